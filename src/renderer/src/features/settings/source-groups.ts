import type { Source } from '#shared/discovery.ts'

/** Sources by what they ask of the user. */
export const SOURCE_GROUPS = [
  { id: 'open', name: 'Open boards and services', aside: 'Free to read, without a key.' },
  { id: 'employers', name: 'Employers’ own boards', aside: 'They read the employers that you watch.' },
  { id: 'own', name: 'Pages and feeds of your own', aside: 'They read the addresses that you list.' },
  { id: 'keyed', name: 'With a key', aside: 'They need a key of yours; most are free.' },
  {
    id: 'optIn',
    name: 'At your own risk',
    aside: 'Their owners do not want programs. Off until you have read their terms.',
  },
  { id: 'offline', name: 'Without the internet', aside: 'To try the app.' },
] as const
export type SourceGroup = (typeof SOURCE_GROUPS)[number]['id']

/** The group that a source belongs to: the first of these that fits. Pure. */
export function groupOf(source: Pick<Source, 'isOffline' | 'isOptIn' | 'needsKey' | 'reads'>): SourceGroup {
  if (source.isOffline) return 'offline'
  if (source.isOptIn) return 'optIn'
  if (source.needsKey) return 'keyed'
  if (source.reads === 'employers') return 'employers'
  return source.reads === null ? 'open' : 'own'
}

export const SOURCE_VIEWS = ['all', 'on', 'todo'] as const
export type SourceView = (typeof SOURCE_VIEWS)[number]

/** The sources that are looked for: by name, summary or coverage, and by what is to be seen ('todo': on, and not set up). Pure. */
export function sourcesShown(sources: readonly Source[], wish: { view: SourceView; text: string }): readonly Source[] {
  const words = wish.text.toLowerCase().split(/\s+/).filter(Boolean)
  return sources.filter((source) => {
    const said = `${source.name} ${source.summary} ${source.coverage}`.toLowerCase()
    const isWished = { all: true, on: source.isEnabled, todo: source.isEnabled && !source.isConfigured }[wish.view]
    return isWished && words.every((word) => said.includes(word))
  })
}
