"""What web pages put around an article: navigation, share bars, comments, more to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.source.article.block import Block

_LINE = re.compile(
    r"""^[\s·•|>【\[（(]*(?:
    (?:推荐|相关|热门|延伸)(?:阅读|新闻|文章|链接|专题|推荐|报道)|(?:最新|热门|网友|精彩)评论|查看全部(?:留言|评论)
    |.{0,6}扫一扫.{0,24}|扫描二维码.{0,20}|分享到.{0,30}|分享让更多人看到|分享至.{0,20}|打印本?[页文]?|关闭(?:窗口|本页)?
    |返回(?:顶部|首页|列表)|上一[篇条页].{0,60}|下一[篇条页].{0,60}|点击排行.{0,8}|我来说两句|我要(?:评论|留言|纠错)
    |纠错|收藏本?[页文]?|字号.{0,14}|字体.{0,14}|大\s*中\s*小|微信|微博|朋友圈|QQ空间|新浪微博.{0,10}|腾讯微博.{0,10}
    |当前位置.{0,60}|您?的?位置.{0,60}|首页\s*[>»›/].{0,60}|版权所有.{0,60}|版权声明.{0,20}|copyright.{0,80}|©.{0,80}
    |京?ICP[备证].{0,30}|.?公网安备.{0,30}|网站地图|联系我们|关于我们|免责声明|设为首页.{0,10}|加入收藏
    |阅读[量数]?[：:]?\s*\d+.{0,10}|点击[量数]?[：:]?\s*\d+.{0,10}|浏览[次量数]*[：:]?\s*\d+.{0,10}|原标题.{0,4}
    |责任编辑\s*$|更多>*|热词.{0,20}|标签[：:].{0,30}|点赞|转发|在看|评论\(?\d*\)?|阅读原文|点击进入专题.{0,10}
    |打印\s*关闭.{0,10}|【?(?:大|中|小|打印|关闭|纠错|收藏)】?(?:\s*【?(?:大|中|小|打印|关闭|纠错|收藏)】?)+
    )[\s】\]）)：:|>]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST = re.compile(
    r"^[\s·•【\[]*(?:(?:推荐|相关|热门)(?:阅读|新闻|文章|链接|专题|推荐|报道)|(?:最新|热门|网友)评论|分享让更多人看到"
    r"|我来说两句|点击排行|查看全部(?:留言|评论))[\s】\]：:]*$"
)


def is_chrome(text: str) -> bool:
    """Whether a line on its own is page furniture; words inside a sentence never are."""
    return len(text) <= 90 and not text.endswith("。") and bool(_LINE.match(text))


def furniture(blocks: Sequence[Block], last_body: int) -> frozenset[int]:
    """Return indices of the blocks that belong to the page, not to the article.

    Single lines of furniture are found anywhere; from 推荐阅读 or the like after *last_body*
    (the index of the last block that is surely the article's) everything goes.

    Why: under 推荐阅读 stand other articles, which look like text; only their place tells.
    """
    single = {index for index, block in enumerate(blocks) if is_chrome(block.text)}
    for index, block in enumerate(blocks):
        if index > last_body and _LAST.match(block.text):
            return frozenset(single | set(range(index, len(blocks))))
    return frozenset(single)
