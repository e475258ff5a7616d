"""The archive list (归档清单): what an archivist has to know of the file, beside the file.

Title, responsible body and date are the case's own. Security class and retention period (密级 and
保管期限) are for the body that files it and stay empty until somebody fills them in; what was
filled in survives a new build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casepress import __version__

if TYPE_CHECKING:
    from casepress.display import Metadata
    from casepress.pdf.targets import Attachment, Target
    from casepress.pdf.write import PdfReport

TO_FILL = ("密级", "保管期限")
"""Left to the body that files the document."""


def inventory(
    file: str,
    metadata: Metadata,
    target: Target,
    report: PdfReport,
    attachments: Sequence[Attachment],
    filled: Mapping[str, str],
) -> str:
    """Return the list as JSON text; *filled* are values a person has given before."""
    content: dict[str, Any] = {
        "清单": "casepress 归档清单",
        "格式版本": 1,
        "题名": metadata.title,
        "责任者": metadata.author,
        "日期": metadata.date,
        "语种": metadata.language,
        "关键词": list(metadata.keywords),
        "来源": metadata.source,
        "权利": metadata.rights,
        **{key: filled.get(key, "") for key in TO_FILL},
        "文件": {
            "文件名": file,
            "格式": claims(target),
            "页数": report.pages,
            "字节数": report.size,
            "sha256": report.sha256,
        },
        "附件": [_attachment(attachment) for attachment in attachments],
        "制作程序": f"casepress {__version__}",
        "说明": "密级、保管期限由立档单位填写；取出附件：casepress extract " + file,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def claims(target: Target) -> list[str]:
    """Return the standards a target claims to conform to."""
    found = [f"PDF {target.version}（ISO 32000-1）"]
    if target.pdfa is not None:
        part, level = target.pdfa
        found = [f"PDF/A-{part}{level.lower()}（ISO 19005-{part}）"]
    if target.ua is not None:
        found.append(f"PDF/UA-{target.ua}（ISO 14289-{target.ua}）")
    if target.pdfx is not None:
        found = [f"{target.pdfx}（ISO 15930-7）"]
    return found


def filled_in(path: Path) -> dict[str, str]:
    """Return what a person has filled in to an earlier list; nothing if there is none to read."""
    try:
        old = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}
    if not isinstance(old, dict):
        return {}
    return {key: old[key] for key in TO_FILL if isinstance(old.get(key), str)}


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "文件名": attachment.name,
        "关系": attachment.relationship,
        "说明": attachment.description,
        "字节数": len(attachment.data),
        "sha256": hashlib.sha256(attachment.data).hexdigest(),
    }
