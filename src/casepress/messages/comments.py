"""CP048x: comments by which an editor accepts what a check finds."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

COMMENTS: Final[Table] = {
    "CP0481": message(
        (
            "这条 ignore 没有用处：这里没有 {id}",
            "没有对上任何提示",
            "内容已经改好，或者注释离那一处太远：它只管本行或下一行。",
            "删掉这个编号；要管整个文件，写 # casepress: ignore-file {id}",
        ),
        (
            "this ignore is of no use: there is no {id} here",
            "matches nothing",
            "The text has been mended, or the comment is too far off: it speaks for its own line "
            "or the next.",
            "Delete the id; for the whole file write # casepress: ignore-file {id}",
        ),
    ),
    "CP0482": message(
        (
            "{id} 是错误，不能用注释忽略",
            "错误必须改正",
            "带着错误做不出画册和课件；能忽略的只有警告和建议。",
            "按提示改正，再删掉这条注释。",
        ),
        (
            "{id} is an error and can't be ignored",
            "errors have to be mended",
            "It stops the build; only warnings and advice can be accepted.",
            "Mend it as the message says, and delete the comment.",
        ),
    ),
    "CP0483": message(
        (
            "没有编号为 {id} 的提示",
            "你是不是想写 {suggestion}？",
            "ignore 后面要写提示的编号。",
            "全部编号见 casepress explain --list",
        ),
        (
            "there is no message {id}",
            "did you mean {suggestion}?",
            "ignore takes ids of messages.",
            "casepress explain --list shows them all",
        ),
    ),
    "CP0484": message(
        (
            "看不懂这条写给 casepress 的注释",
            "应当是 ignore 或 ignore-file，后面跟编号",
            "注释写错了，就什么也不会忽略。",
            "# casepress: ignore CP0408",
        ),
        (
            "a comment to casepress that can't be understood",
            "ignore or ignore-file is expected, then ids",
            "As it stands it accepts nothing.",
            "# casepress: ignore CP0408",
        ),
    ),
}
