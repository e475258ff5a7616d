from casepress.case.model import Case
from casepress.deck.words.plain import without_marks


def test_inline_marks_do_not_reach_slides():
    case = Case.model_validate(
        {
            "title": "重[.点.]",
            "practices": [
                {"title": "{槑|méi}坞", "measures": [{"title": "甲", "text": "[=AB 12=]"}]}
            ],
            "notes": {"cover": "记[.住.]"},
        }
    )
    plain = without_marks(case)
    assert plain.title == "重点"
    assert plain.practices[0].title == "槑坞"
    assert plain.practices[0].measures[0].text == "AB 12"
    assert plain.notes == {"cover": "记住"}


def test_a_soft_hyphen_does_not_reach_slides():
    case = Case.model_validate({"title": "用 Kuber\u00adnetes", "practices": [{"title": "甲"}]})
    assert without_marks(case).title == "用 Kubernetes"


def test_a_case_without_marks_is_not_copied():
    case = Case.model_validate({"title": "重点（甲）", "practices": [{"title": "乙"}]})
    assert without_marks(case) is case
