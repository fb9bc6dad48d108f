import { expect, type Locator, type Page } from '@playwright/test'

const STEPS_MOST = 60

/** Presses a key until the focus is on a control, as somebody does who has no mouse; fails when it never gets there. */
export async function reach(
  page: Page,
  control: Locator,
  key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab',
): Promise<void> {
  await expect(control).toBeVisible()
  for (let step = 0; step < STEPS_MOST; step += 1) {
    if (await hasFocus(control)) return
    await page.keyboard.press(key)
  }
  await expect(control, `within ${STEPS_MOST} times ${key}`).toBeFocused()
}

/** Reaches a control and presses a key there. */
export async function pressAt(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control)
  await page.keyboard.press(key)
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === element.ownerDocument.activeElement)
}
