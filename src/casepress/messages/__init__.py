"""Every message of the program in Chinese and English, and how a diagnostic is shown."""

from __future__ import annotations

from typing import Final

from casepress.messages.articles import ARTICLES
from casepress.messages.collections import COLLECTIONS
from casepress.messages.comments import COMMENTS
from casepress.messages.consistency import CONSISTENCY
from casepress.messages.editions import EDITIONS
from casepress.messages.editorial import EDITORIAL
from casepress.messages.figures import FIGURES
from casepress.messages.files import FILES
from casepress.messages.finished import FINISHED
from casepress.messages.layouts import LAYOUTS
from casepress.messages.products import PRODUCTS
from casepress.messages.related import RELATED
from casepress.messages.schema import SCHEMA
from casepress.messages.slips import SLIPS
from casepress.messages.syntax import SYNTAX
from casepress.messages.templates import TEMPLATES
from casepress.messages.words import Language, Message, Table, Words

MESSAGES: Final[Table] = {
    **FILES,
    **SYNTAX,
    **SLIPS,
    **SCHEMA,
    **EDITORIAL,
    **CONSISTENCY,
    **COMMENTS,
    **FIGURES,
    **LAYOUTS,
    **TEMPLATES,
    **PRODUCTS,
    **EDITIONS,
    **ARTICLES,
    **COLLECTIONS,
    **FINISHED,
}

__all__ = ["MESSAGES", "RELATED", "Language", "Message", "Words"]
