"""What tests do on the page, as a person does it: go to a screen, type into a box, press a button."""

from playwright.sync_api import Browser, Locator, Page, expect

from languages import Sentences, sentences

KO, EN = sentences("ko"), sentences("en")


def warm_up(browser: Browser, url: str) -> None:
    """Let the server prepare its search once: on a busy machine that takes longer than a test waits."""
    page = browser.new_page(locale="ko-KR")
    page.goto(url)
    app = page.get_by_test_id("stApp")
    expect(app.get_by_text(KO("home.common_questions"))).to_be_visible(timeout=90_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=90_000)
    page.close()


def go(page: Page, url: str, screen: str = "", say: Sentences = KO) -> None:
    """Open the app at a screen, by its address."""
    page.goto(f"{url}/{'' if screen == 'home' else screen}")
    title(page, say("home.greeting" if screen in ("", "home") else f"{screen}.title"))


def menu(page: Page, screen: str, say: Sentences = KO) -> None:
    """Go to a screen through the menu."""
    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name=say(f"{screen}.title"), exact=True)
    click(link)
    expect(link).to_have_attribute("aria-current", "page")
    settled(page)


def title(page: Page, text: str) -> None:
    """Wait for the screen with this title."""
    expect(page.get_by_role("heading", level=1)).to_have_text([text])
    settled(page)


def settled(page: Page) -> None:
    """Wait until the app has nothing more to show."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def box(page: Page, label: str) -> Locator:
    """Return the text box with this label."""
    return page.get_by_label(label, exact=True)


def field(page: Page, name: str, say: Sentences = KO) -> Locator:
    """Return the text box of a field in the editor."""
    return box(page, say(f"story.field_{name}"))


def counter(page: Page, name: str, say: Sentences = KO) -> Locator:
    """Return the count below a field of the editor."""
    around = page.get_by_test_id("stBidiComponentIsolated").filter(has=field(page, name, say))
    return around.locator("#counter")


def fill(box: Locator, text: str) -> None:
    """Put a text in place of what the box holds, all at once."""
    box.click()
    box.press("ControlOrMeta+a")
    box.page.keyboard.insert_text(text)
    expect(box).to_have_value(text)


def unfold(page: Page, label: str) -> None:
    """Open the expander with this label, if it is closed."""
    expander = page.get_by_test_id("stExpander").filter(has=page.get_by_text(label, exact=True)).locator("details")
    if expander.get_attribute("open") is None:
        click(expander.locator("summary"))
    resting(expander)


def resting(place: Locator) -> None:
    """Wait until something no longer moves: a click on what moves misses it."""
    place.evaluate(
        """async (element) => {
          const where = () => JSON.stringify(element.getBoundingClientRect());
          for (let same = 0, before = where(); same < 5; before = where()) {
            await new Promise((done) => setTimeout(done, 50));
            same = where() === before ? same + 1 : 0;
          }
        }"""
    )


def click(place: Locator) -> None:
    """Click as a person does: on what rests, with the button held for a moment."""
    resting(place)
    place.click(delay=80)


def write(page: Page, name: str, text: str, say: Sentences = KO) -> None:
    """Type a text into a field of the editor that is as saved, and wait until the app calls it unsaved."""
    fill(field(page, name, say), text)
    expect(told(page, say("editor.unsaved", fields="")).first).to_contain_text(say(f"story.field_{name}"))
    settled(page)


def press(page: Page, label: str, place: int = 0) -> None:
    """Press the button with this label; of several, the one at the place."""
    click(page.get_by_role("button", name=label, exact=True).nth(place))


def open_story(page: Page, url: str, story_id: str) -> None:
    """Open the editor of a story by its address, which a reload would open too."""
    page.goto(f"{url}/story?story={story_id}")
    expect(field(page, "title")).to_be_visible()
    settled(page)


def card(page: Page, story_title: str) -> Locator:
    """Return the card of a story in the list."""
    button = page.get_by_role("button", name=KO("story.open"))
    return page.get_by_test_id("stVerticalBlock").filter(has_text=story_title).filter(has=button).last


def choose_story(page: Page, story_title: str) -> None:
    """Open the editor of a story from the list."""
    expect(box(page, KO("story.search"))).to_be_visible()
    button = card(page, story_title).get_by_role("button", name=KO("story.open"))
    click(button)
    expect(field(page, "title")).to_be_visible()
    settled(page)


def save(page: Page) -> None:
    """Press the upper save button, once there is something to save."""
    button = page.locator(".st-key-save_top button")
    expect(button).to_be_enabled()
    settled(page)
    click(button)


def is_saved(page: Page) -> None:
    """Wait until the editor says, above and below the fields, that there is nothing to save."""
    expect(told(page, KO("editor.saved"))).to_have_count(2)


def told(page: Page, sentence: str) -> Locator:
    """Return the message with this sentence."""
    return page.get_by_test_id("stAlert").filter(has_text=sentence)


def speak(page: Page, say: Sentences) -> None:
    """Change the language of the app."""
    click(page.get_by_role("radio", name=say("language")))
