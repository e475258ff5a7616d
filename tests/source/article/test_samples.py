"""Articles of other builds: another order, no headings, one paragraph, a form, a newspaper."""

from __future__ import annotations


def titles(case):
    return [practice.title for practice in case.practices]


def test_results_may_come_first_and_the_yaml_keeps_the_order(sample):
    result = sample("results_first.txt")
    assert result.imported.order == ("summary", "results", "practices", "lessons")
    assert result.yaml.index("results:\n") < result.yaml.index("practices:\n")
    assert "CP0666" in result.ids
    assert result.case.headings.practices == "做法与经过"


def test_straight_quotes_and_ascii_stops_are_read_as_chinese_marks(sample):
    case = sample("results_first.txt").case
    assert case.title == "（示例：虚构）云溪镇“小院议事”让邻里更近"
    assert case.subtitle == "云溪镇基层治理案例"
    assert [item.title for item in case.results.items] == ["矛盾少了", "办事快了", "荣誉多了"]


def test_ordering_words_become_measures_and_are_told(sample):
    result = sample("results_first.txt")
    measures = result.case.practices[1].measures
    assert [m.title for m in measures] == ["由群众提事", "由党支部定事", "由大家评事"]
    assert "· 首先，" in result.yaml
    assert "CP0668" in result.ids


def test_a_part_the_model_has_no_place_for_becomes_a_lesson_and_is_told(sample):
    result = sample("results_first.txt")
    last = result.case.lessons.items[-1]
    assert (last.title, last.text) == ("下一步打算", "计划在全镇推广到每一个自然村。")
    found = next(d for d in result.report.diagnostics if d.id == "CP0669")
    assert found.params["parts"] == "下一步打算 → 启示 lessons"


def test_a_second_source_is_listed_and_kept_as_a_comment(sample):
    result = sample("results_first.txt")
    assert result.unplaced == ["来源：云溪镇党群工作办公室"]
    assert "# 原文第3行：来源：云溪镇党群工作办公室" in result.yaml
    assert "CP0661" in result.ids


def test_a_decrease_is_a_metric_too(sample):
    metric = sample("results_first.txt").case.results.metrics[0]
    assert (metric.label, metric.unit, metric.stated) == ("矛盾纠纷", "件", "下降69%")
    assert (metric.from_.value, metric.from_.when) == ("312", "2020年")
    assert (metric.to.value, metric.to.when) == ("96", "2022年")


def test_one_paragraph_is_divided_at_its_enumeration_and_its_turns(sample):
    result = sample("run_on.txt")
    case = result.case
    assert titles(case) == ["优化预约流程", "合并检查预约", "延长服务时间"]
    assert case.background.text.startswith("近年来") and "为此" in case.background.text
    assert case.results.lead.startswith("目前")
    assert case.lessons.lead.startswith("实践表明")
    assert "CP0664" in result.ids and result.unplaced == []


def test_headings_that_run_into_one_paragraph_are_found(sample):
    case = sample("run_on_headed.txt").case
    assert case.headings.lessons == "经验启示"
    assert case.background.text == "某街道老旧小区多，物业弃管问题突出。"
    assert case.lessons.lead == "抓物业必须先抓组织，抓组织必须先抓人。"


def test_a_form_gives_its_fields(sample):
    result = sample("form.txt")
    case = result.case
    assert case.title == "把课堂搬到车间"
    assert case.organisation == "某职业技术学院"
    assert case.date == "2024年3月"
    assert case.keywords == ("校企合作", "现代学徒制", "实训")
    assert case.summary.text == "学院与企业共建车间课堂，学生在岗位上学技能。"
    first = case.practices[0]
    assert (first.title, first.outcome) == ("共建车间课堂", "破解实训难题")
    assert [q.question for q in case.teaching.questions] == [
        "车间课堂的安全责任由谁承担？",
        "双导师怎样考核？",
    ]
    assert result.unplaced == ["（示例：虚构）"]


def test_numbered_headings_of_a_newspaper_are_the_practices(sample):
    case = sample("newspaper.txt").case
    assert titles(case) == [
        "建起来：村集体出场地，乡贤出资金",
        "转起来：老人有饭吃，村民有活干",
        "传下去：年轻人当志愿者",
    ]
    assert case.background.text.startswith("青石村")
    assert case.results.lead.startswith("目前，共享厨房")


def test_paragraphs_without_any_heading_still_make_a_case(sample):
    result = sample("no_headings.txt")
    assert {"CP0663", "CP0664"} <= result.ids
    assert result.case.background.text == "城东仓库的电费三年翻了一番，照明占了一大半。"
    assert "电工班自己动手" in result.case.practices[0].lead
    assert result.case.results.lead.startswith("目前")
    assert result.unplaced == []


def test_a_missing_title_is_said_and_not_invented(sample):
    result = sample("empty_title.txt")
    assert result.case.title == "（待拟标题）"
    assert "CP0662" in result.ids
    assert titles(result.case) == ["抓早", "抓小"]


def test_missing_parts_are_advice_not_errors(sample):
    report = sample("empty_title.txt").report
    missing = next(d for d in report.diagnostics if d.id == "CP0665")
    assert missing.severity == "advice"
    assert "摘要 summary" in str(missing.params["parts"])
