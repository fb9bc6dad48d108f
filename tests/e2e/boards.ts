import { startFakes, type Fakes } from '../fakes/job-boards.ts'
import { test as base } from './app.ts'
import { cli } from './host.ts'

const HOUR_MS = 3_600_000

interface BoardsFixtures {
  /** Openings on each board. */
  readonly count: number
  /** The sources that are switched on; null for those that a new profile has. */
  readonly sources: readonly string[] | null
  /** Addresses of employers' boards that are put on the list of watched ones; those that come with the app are off. */
  readonly employers: readonly string[]
  /** Stand-ins for the job boards, which the host is pointed at. */
  readonly boards: Fakes
}

/** Tests on a profile without jobs, with stand-ins in place of the internet. */
export const test = base.extend<BoardsFixtures>({
  profile: 'empty',
  count: [12, { option: true }],
  sources: [null, { option: true }],
  employers: [[], { option: true }],

  boards: async ({ count }, use) => {
    const boards = await startFakes({ content: { count, asOf: Math.floor(Date.now() / HOUR_MS) * HOUR_MS } })
    await use(boards)
    await boards.close()
  },

  hostArgs: async ({ boards }, use) => use(baseUrlFlags(boards)),

  home: [
    async ({ home, sources, employers }, use) => {
      if (sources !== null) await cli(home, ['settings', 'set', 'enabledSources', JSON.stringify(sources)])
      for (const address of employers) await cli(home, ['employers', 'add', address, '--json'])
      await use(home)
    },
    { scope: 'test', timeout: 120_000 },
  ],
})

export { expect } from './app.ts'

/** The flags that point a process at the stand-ins. */
export function baseUrlFlags({ urls }: Pick<Fakes, 'urls'>): string[] {
  return Object.entries(urls).flatMap(([id, url]) => ['--base-url', `${id}=${url}`])
}
