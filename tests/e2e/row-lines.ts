import { expect, type Page } from '@playwright/test'

/** The lines that a list of rows shows, from its first to its last, as somebody scrolls through it. */
export async function linesListed(app: Page, name: string): Promise<number[]> {
  const list = app.getByRole('region', { name, exact: true })
  const found = new Set<number>()
  const look = async () => {
    for (const text of await list.getByRole('listitem').allTextContents()) {
      found.add(Number(/^Line ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', '')))
    }
  }
  const step = async () => {
    await look()
    return list.evaluate((element) => {
      element.scrollBy({ top: element.clientHeight / 2 })
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 1
    })
  }
  await expect.poll(step, { intervals: [20], timeout: 60_000 }).toBe(true)
  const last = list.getByRole('listitem').last()
  await expect(last).toHaveAttribute('aria-posinset', (await last.getAttribute('aria-setsize')) ?? '')
  await look()
  return [...found].toSorted((a, b) => a - b)
}
