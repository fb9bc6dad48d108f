import { formatDate, type Locale } from '../../../ui/format.ts'
import type { Chip } from '../../jobs/index.ts'
import type { ApplicationsView } from '../view/applications-url.ts'
import { dayNoon } from '../view/days.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'

export const ONLY_WORDS = { due: 'Something to do', ghosted: 'Looks ghosted' } as const

/** Every filter that is on, as a removable word, in the order of the filter row. Pure. */
export function applicationChips(view: ApplicationsView, locale?: Locale): Chip<ApplicationsView>[] {
  const chips: Chip<ApplicationsView>[] = []
  if (view.text !== '') chips.push({ key: 'text', kind: 'Text', word: view.text, without: { text: '' } })
  for (const stage of view.stages) {
    const without = { stages: view.stages.filter((other) => other !== stage) }
    chips.push({ key: `stage:${stage}`, kind: 'Stage', word: STAGE_WORDS[stage], without })
  }
  if (view.company !== '') chips.push({ key: 'company', kind: 'Company', word: view.company, without: { company: '' } })
  const applied = appliedWord(view, locale)
  if (applied !== null)
    chips.push({ key: 'applied', kind: 'Applied', word: applied, without: { appliedFrom: null, appliedUntil: null } })
  if (view.only !== 'all')
    chips.push({ key: 'only', kind: 'Only', word: ONLY_WORDS[view.only], without: { only: 'all' } })
  return chips
}

/** '1 Nov 2026 to 30 Nov 2026', 'since …', 'until …'; null without either day. Pure. */
export function appliedWord(
  { appliedFrom, appliedUntil }: Pick<ApplicationsView, 'appliedFrom' | 'appliedUntil'>,
  locale?: Locale,
): string | null {
  const word = (day: string) => formatDate(dayNoon(day, 'UTC'), locale)
  if (appliedFrom !== null && appliedUntil !== null) {
    return appliedFrom === appliedUntil ? word(appliedFrom) : `${word(appliedFrom)} to ${word(appliedUntil)}`
  }
  if (appliedFrom !== null) return `since ${word(appliedFrom)}`
  return appliedUntil === null ? null : `until ${word(appliedUntil)}`
}
