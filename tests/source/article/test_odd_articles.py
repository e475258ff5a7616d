"""Articles as editors have them: forms, interviews, questions for headings, dots for stops."""

from __future__ import annotations

import pytest

SAMPLES = (
    "village.txt", "declaration.txt", "run_on_commas.txt", "half_width.txt", "problem_first.txt",
    "interview.txt", "honours.txt", "phrases.txt", "company.html", "questions.md", "english.md",
)  # fmt: skip


def titles(items):
    return [item.title for item in items]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_gives_practices_with_titles_of_the_article(sample, name):
    result = sample(name)
    if name != "interview.txt":
        assert "CP0663" not in result.ids
    assert all(practice.title for practice in result.case.practices)


def test_ordering_words_at_paragraphs_and_a_closing_outlook(sample):
    case = sample("village.txt").case
    assert titles(case.practices) == ["定好规矩", "评好积分", "用好积分", "管好长远"]
    assert case.headings.lessons == "下一步打算"
    assert titles(case.lessons.items)[0] == "把积分管理延伸到产业发展"
    assert case.results.items == ()


def test_a_declaration_keeps_its_fields_apart_from_its_text(sample):
    result = sample("declaration.txt")
    case = result.case
    assert case.organisation == "云州市交通运输局"
    assert case.keywords == ("适老化", "出行", "社区")
    assert case.background.text.startswith("云州市60岁以上")
    assert "申报类别：民生服务" in result.unplaced


def test_shortcomings_before_the_practices_are_background_and_further_results_are_items(sample):
    case = sample("declaration.txt").case
    assert "\n\n存在的不足\n\n（一）叫车方式单一" in case.background.text
    assert titles(case.results.items)[-2:] == ["创新点", "推广价值"]
    assert case.headings.lessons == "思考与展望"
    assert titles(case.lessons.items) == ["下一步打算", "专家点评"]


def test_one_sentence_of_commas_is_divided_all_the_same(sample):
    case = sample("run_on_commas.txt").case
    assert titles(case.practices) == ["选人", "定责", "建群", "考核"]
    assert case.results.lead.startswith("通过两年努力，")
    assert case.lessons.lead.startswith("实践证明，")


def test_dots_for_stops_become_stops_and_numbers_stay(sample):
    result = sample("half_width.txt")
    text = result.case.background.text
    assert "243个。过去" in text and "（含误工费）。2021年" in text
    assert "日均审方1,200张，不合理处方率由7.6%下降至1.1%。" in result.case.practices[2].lead
    assert result.case.source.editors == ("王某", "李某")


def test_the_problem_may_come_before_the_background(sample):
    case = sample("problem_first.txt").case
    assert case.headings.background == "问题"
    assert "【案例背景】" in case.background.text
    assert case.organisation == "某区人民法院"


def test_an_interview_has_its_questions_for_headings(sample):
    result = sample("interview.txt")
    case = result.case
    assert case.headings.background == "当初为什么想到用马队送药？"
    assert case.headings.practices == "具体是怎么做的？"
    assert case.background.text.startswith("路不通。")
    assert (case.source.publication, case.date) == ("某某健康报", "2023-11-08")
    assert result.case.lessons.items[-1].title == "下一步呢？"


def test_shortcomings_and_next_steps_alone_make_a_part_of_their_own(sample):
    result = sample("honours.txt")
    case = result.case
    assert case.headings.lessons == "思考与展望"
    assert titles(case.lessons.items) == ["存在的不足", "下一步打算"]
    assert len(case.results.honours) == 7
    assert result.unplaced == ["附件：1.五步法流程图", "2.调解员名单"]


def test_paragraphs_that_open_with_a_few_words_are_items(sample):
    assert titles(sample("company.html").case.practices) == ["先连起来", "再算起来", "后转起来"]
    lessons = sample("phrases.txt").case.lessons.items
    assert titles(lessons) == ["坚持项目为王", "坚持环境为本"]


def test_a_caption_stands_beside_its_picture(sample):
    result = sample("company.html")
    assert 'caption: "改造后的二车间（图片由企业提供）"' in result.yaml
    assert result.case.summary.text.endswith("翻了一番。")


def test_questions_for_headings_are_known(sample):
    result = sample("questions.md")
    case = result.case
    assert case.headings.background == "为什么要开夜馆"
    assert titles(case.practices) == ["分区管理", "志愿者轮值", "能耗控制"]
    assert case.headings.results == "数据说话"
    assert titles(case.lessons.items) == ["还没解决的问题", "下一步"]


def test_english_headings_are_known(sample):
    case = sample("english.md").case
    assert case.headings.background == "Background 背景"
    assert case.headings.lessons == "Lessons learned"


def test_figures_of_measures_are_proposed_too(imports):
    text = (
        "（示例：虚构）题目\n一、主要做法\n（一）抓服务。办法如下。一是提速。办结率达95%。"
        "二是减负。证明减少三成。\n（二）抓队伍。说到做到。"
    )
    measures = imports(text).case.practices[0].measures
    assert [(m.key_figures[0].value, m.key_figures[0].unit) for m in measures] == [
        ("95", "%"),
        ("三", "成"),
    ]
