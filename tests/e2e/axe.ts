import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing on the page keeps anybody out, as far as a tool can tell. `what` names the state of the page. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const runOnly = { type: 'tag', values: RULES } as const
  // What passes is not told, and there are no frames to go into: that is most of the time.
  const builder = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await builder.analyze()
  const findings = violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact,
    where: violation.nodes.map((node) => node.target.join(' ')).slice(0, 5),
  }))
  expect(findings, what).toEqual([])
}
