"""The page in headless Chromium: it shows, follows every save, and jumps to lines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from tests.serve.conftest import CASE

from casepress.serve.server import Server

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"
)
Browser = webdriver.Chrome


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1400,900", f"--user-data-dir={tmp_path / 'profile'}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    environment = {**os.environ, "SE_OFFLINE": "true"}
    service = webdriver.ChromeService(str(DRIVER), env=environment)
    browser = webdriver.Chrome(options=options, service=service)
    yield browser
    browser.quit()


def until(browser: Browser, true: Callable[[Browser], object]) -> None:
    WebDriverWait(browser, 60, poll_frequency=0.05).until(true)


def status(browser: Browser) -> str:
    return browser.find_element(By.ID, "status").text


def pressed(browser: Browser, selector: str) -> bool:
    """Press the first such element; False while there is none, or it is just drawn anew."""
    try:
        browser.find_element(By.CSS_SELECTOR, selector).click()
    except (NoSuchElementException, StaleElementReferenceException):
        return False
    return True


def regions(browser: Browser, line: int) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, f".region[data-line='{line}']")


def test_the_page_follows_the_file_and_jumps_to_its_lines(
    browser: Browser, server: Server, case: Path
) -> None:
    browser.get(server.url)
    until(browser, lambda b: "已是最新" in status(b))
    drawn = "return [...document.images].filter(i => i.complete && i.naturalWidth > 0).length"
    until(browser, lambda b: b.execute_script(drawn) > 0)

    line = next(n for n, text in enumerate(CASE.splitlines(), 1) if "第二段" in text)
    browser.execute_script("arguments[0].click()", regions(browser, line)[0])
    row = browser.find_element(By.CSS_SELECTOR, "#yaml .shown")
    assert row.get_attribute("data-n") == str(line)
    assert browser.find_element(By.ID, "editor").get_attribute("href") == f"x://{line}"

    case.write_text(CASE.replace("title: 合并窗口", "titel: 合并窗口"), encoding="utf-8")
    until(browser, lambda b: "上一次的页面" in status(b))
    until(browser, lambda b: pressed(b, "#list .error"))
    assert browser.find_element(By.CSS_SELECTOR, "#yaml .shown").text.endswith("titel: 合并窗口")

    tab = browser.find_elements(By.CSS_SELECTOR, "#tabs button")[1]
    case.write_text(CASE.replace("合并窗口", "合并柜台"), encoding="utf-8")
    until(browser, lambda b: "已是最新" in status(b) and "合并柜台" in b.page_source)
    tab.click()  # the tabs stay when the pages are drawn anew
    until(browser, lambda b: b.find_elements(By.ID, "deck-1"))
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
