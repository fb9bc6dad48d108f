import type { Page } from '@playwright/test'
import type { ContractRouterClient } from '@orpc/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Contract } from '#shared/contract.ts'
import type { Stage } from '#shared/stages.ts'

const DAY_MS = 86_400_000

/** The core as the page reaches it, with the page's right to it. */
export async function coreOf(page: Page): Promise<ContractRouterClient<Contract>> {
  const { origin } = new URL(page.url())
  const cookies = await page.context().cookies(origin)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { 'x-career-copilot': '1', origin, cookie } }))
}

export interface SeedApplication {
  readonly title: string
  readonly company: string
  readonly place?: string
  readonly stage?: Stage
  readonly appliedDaysAgo?: number
}

/** Writes applications one after the other; answers with their cards in the same order. */
export async function seedApplications(page: Page, applications: readonly SeedApplication[]) {
  const core = await coreOf(page)
  const cards = []
  for (const { title, company, place = '', stage = 'applied', appliedDaysAgo } of applications) {
    const appliedAt = appliedDaysAgo === undefined ? null : Date.now() - appliedDaysAgo * DAY_MS
    const added = await core.applications.add({
      job: { fields: { title, company, place, url: null } },
      stage,
      appliedAt,
    })
    cards.push(added.card)
  }
  return cards
}
