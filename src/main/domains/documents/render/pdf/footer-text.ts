/** What stands at the foot of every page but the first. Pure. */
export function footerText(page: { name: string; number: number; of: number }): string {
  return `${page.name === '' ? '' : `${page.name} · `}${page.number} / ${page.of}`
}
