"""What hands do on a page, by the names of fields and the addresses of forms: the same in every language."""

from playwright.async_api import Locator, Page, expect


async def pick(box: Locator) -> None:
    """Tick a radio or checkbox as people do, on its label: the label is the large target that lies over it."""
    if not await box.is_checked():
        await box.locator("xpath=following-sibling::label").click()
    await expect(box).to_be_checked()


async def fill_any(page: Page, name: str, value: str) -> None:
    """A choice or a text, whether it is shown as a list, as buttons or as a field."""
    if await page.locator(f"select[name='{name}']").count():
        await page.locator(f"select[name='{name}']").select_option(value)
    elif await page.locator(
        f"input[name='{name}'][value='{value}']:is([type=radio], [type=checkbox])"
    ).count():
        await pick(page.locator(f"input[name='{name}'][value='{value}']"))
    else:
        await page.locator(f"[name='{name}']").fill(value)


async def fill(page: Page, answers: dict[str, str]) -> None:
    for name, value in answers.items():
        await fill_any(page, name, value)


async def send(page: Page, action: str) -> None:
    """Press the first button of the form whose address ends so; every page a person comes to is whole."""
    form = page.locator(f"main form[action$='{action}']").first
    async with page.expect_navigation():
        await form.locator("button:not([name]):not(.unseen)").first.click()
    await expect(page.locator("#mistakes")).to_have_count(0)


async def follow(page: Page, link: str) -> None:
    """Follow the first link in the page whose address holds this."""
    async with page.expect_navigation():
        await page.locator(f"main a[href*='{link}']").first.click()
