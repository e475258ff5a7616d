"""Words for secondary places, such as where a key was first defined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RELATED: Final[Mapping[str, Mapping[str, str]]] = {
    "first_defined": {"zh": "第一次写在这里", "en": "first given here"},
    "above": {"zh": "和这一行比", "en": "compare with this line"},
    "lost_here": {"zh": "到这里还没有结束", "en": "still open here"},
    "block_begins": {"zh": "这一组从这里开始", "en": "the group begins here"},
    "also_here": {"zh": "这里也有", "en": "here too"},
    "other_value": {"zh": "这里是 {value}", "en": "{value} here"},
    "first_said": {"zh": "第一次在这里", "en": "first said here"},
    "key_inside": {"zh": "这个键成了正文的一部分", "en": "this key became part of the text"},
    "heading": {"zh": "标题在这里", "en": "the heading is here"},
}
