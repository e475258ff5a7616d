"""CP045x: parts of a text that do not agree with each other. Reported, never changed."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

CONSISTENCY: Final[Table] = {
    "CP0451": message(
        (
            "同一个数有两种说法：{noun}，这里是 {value}，别处是 {other}",
            "和别处的 {other} 不一致",
            "摘要、做法、成效说的若是同一件事，数字应当相同；也可能是改稿时漏改了一处。",
            "核对来源；说的是两回事，就写 # casepress: ignore CP0451",
        ),
        (
            "one quantity with two values: {noun} is {value} here and {other} elsewhere",
            "elsewhere {other}",
            "If summary and text speak of the same thing, the numbers should agree; one may have "
            "been missed in a revision.",
            "Check the source; if they are two things, write # casepress: ignore CP0451",
        ),
    ),
    "CP0452": message(
        (
            "其中各项比总数还大：总数 {whole}，各项 {parts}",
            "总数在这里",
            "“其中”后面的各项加起来，不会超过前面的总数。",
            "核对总数和各项。",
        ),
        (
            "the parts are more than the whole: {parts} of {whole}",
            "the whole is here",
            "What follows 其中 is part of the number before it.",
            "Check the whole and its parts.",
        ),
    ),
    "CP0453": message(
        (
            "这段话重复出现：{words}（{count} 字）",
            "和前面的一字不差",
            "多半是粘贴了两次，或改稿时没有删掉旧的一处。",
            "删去一处；有意重复就写 # casepress: ignore CP0453",
        ),
        (
            "a passage stands here twice: {words} ({count} characters)",
            "word for word as before",
            "It was probably pasted twice, or an old version was left.",
            "Delete one; if it is meant, write # casepress: ignore CP0453",
        ),
    ),
    "CP0454": message(
        (
            "序号不全：只有“{found}”，没有“{missing}”",
            "缺少“{missing}”",
            "一是、二是要依次写全；单独一个序号，多半漏了一项，或者分段时分错了。",
            "补上漏掉的一项，或删去序号。",
        ),
        (
            "incomplete numbering: '{found}' without '{missing}'",
            "'{missing}' is missing",
            "A lone number means that an item was lost, or that the text was divided wrongly.",
            "Add the missing item, or delete the number.",
        ),
    ),
}
