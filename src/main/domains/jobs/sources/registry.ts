import type { SourceId } from '#shared/ids.ts'
import { adzuna } from './adzuna/adzuna.source.ts'
import { arbeitnow } from './arbeitnow/arbeitnow.source.ts'
import { ashby } from './ashby/ashby.source.ts'
import { berlinStartupJobs } from './berlin-startup-jobs/berlin-startup-jobs.source.ts'
import { bundesagentur } from './bundesagentur/bundesagentur.source.ts'
import { eures } from './eures/eures.source.ts'
import { firecrawl } from './firecrawl/firecrawl.source.ts'
import { franceTravail } from './france-travail/france-travail.source.ts'
import { greenhouse } from './greenhouse/greenhouse.source.ts'
import { himalayas } from './himalayas/himalayas.source.ts'
import { hnWhoIsHiring } from './hn-who-is-hiring/hn-who-is-hiring.source.ts'
import { indeed } from './indeed/indeed.source.ts'
import { jobicy } from './jobicy/jobicy.source.ts'
import { jobtech } from './jobtech/jobtech.source.ts'
import { jsearch } from './jsearch/jsearch.source.ts'
import { jsonLd } from './json-ld/json-ld.source.ts'
import { lever } from './lever/lever.source.ts'
import { linkedin } from './linkedin/linkedin.source.ts'
import { nav } from './nav/nav.source.ts'
import { personio } from './personio/personio.source.ts'
import { recruitee } from './recruitee/recruitee.source.ts'
import { relocateMe } from './relocate-me/relocate-me.source.ts'
import { remoteok } from './remoteok/remoteok.source.ts'
import { remotive } from './remotive/remotive.source.ts'
import { rss } from './rss/rss.source.ts'
import { sample } from './sample/sample.source.ts'
import { smartrecruiters } from './smartrecruiters/smartrecruiters.source.ts'
import type { Source } from './source.ts'
import { teamtailor } from './teamtailor/teamtailor.source.ts'
import { theMuse } from './the-muse/the-muse.source.ts'
import { weWorkRemotely } from './we-work-remotely/we-work-remotely.source.ts'
import { workable } from './workable/workable.source.ts'

/** Every source there is, in the order in which they are listed. */
export const sources: readonly Source[] = [
  arbeitnow,
  theMuse,
  greenhouse,
  lever,
  ashby,
  smartrecruiters,
  workable,
  personio,
  recruitee,
  teamtailor,
  remotive,
  remoteok,
  jobicy,
  himalayas,
  weWorkRemotely,
  hnWhoIsHiring,
  berlinStartupJobs,
  relocateMe,
  eures,
  bundesagentur,
  jobtech,
  nav,
  franceTravail,
  adzuna,
  jsearch,
  firecrawl,
  linkedin,
  indeed,
  rss,
  jsonLd,
  sample,
]

export function findSource(id: SourceId): Source | undefined {
  return sources.find((source) => source.manifest.id === id)
}

/** A source by its id, name or alias, however it is spelt ("HN", "the muse", "theMuse"); for people who type. */
export function findSourceNamed(typed: string): Source | undefined {
  const wanted = lettersOf(typed)
  return sources.find(({ manifest }) =>
    [manifest.id, manifest.name, ...(manifest.aliases ?? [])].some((name) => lettersOf(name) === wanted),
  )
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
