from casepress.deck.recast.pages import Continuations


def test_slides_that_go_on_are_numbered_whoever_split_them():
    titles = Continuations()
    shown = [
        titles.title("做法五：让车跟着人走", again=False),
        titles.title("做法五：让车跟着人走", again=True),
        titles.title("让车跟着人走（续）", again=False),
        titles.title("让车跟着人走（续）", again=True),
        titles.title("请读者荐书", again=False),
        titles.title("请读者荐书（续）", again=False),
    ]
    assert shown == [
        "做法五：让车跟着人走",
        "做法五：让车跟着人走（续）",
        "让车跟着人走（续2）",
        "让车跟着人走（续3）",
        "请读者荐书",
        "请读者荐书（续）",
    ]
