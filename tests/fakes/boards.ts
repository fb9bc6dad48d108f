import type { FakeBoard } from './board.ts'
import { adzuna } from './boards/adzuna.ts'
import { arbeitnow } from './boards/arbeitnow.ts'
import { ashby } from './boards/ashby.ts'
import { berlinStartupJobs } from './boards/berlin-startup-jobs.ts'
import { bundesagentur } from './boards/bundesagentur.ts'
import { eures } from './boards/eures.ts'
import { firecrawl } from './boards/firecrawl.ts'
import { franceTravail } from './boards/france-travail.ts'
import { greenhouse } from './boards/greenhouse.ts'
import { himalayas } from './boards/himalayas.ts'
import { hnWhoIsHiring } from './boards/hn-who-is-hiring.ts'
import { indeed } from './boards/indeed.ts'
import { jobicy } from './boards/jobicy.ts'
import { jobtech } from './boards/jobtech.ts'
import { jsearch } from './boards/jsearch.ts'
import { jsonLd } from './boards/json-ld.ts'
import { lever } from './boards/lever.ts'
import { linkedin } from './boards/linkedin.ts'
import { nav } from './boards/nav.ts'
import { personio } from './boards/personio.ts'
import { recruitee } from './boards/recruitee.ts'
import { relocateMe } from './boards/relocate-me.ts'
import { remoteok } from './boards/remoteok.ts'
import { remotive } from './boards/remotive.ts'
import { rss } from './boards/rss.ts'
import { smartrecruiters } from './boards/smartrecruiters.ts'
import { teamtailor } from './boards/teamtailor.ts'
import { theMuse } from './boards/the-muse.ts'
import { weWorkRemotely } from './boards/we-work-remotely.ts'
import { workable } from './boards/workable.ts'

/** Every stand-in there is; each is served on a port of its own. */
export const BOARDS: readonly FakeBoard[] = [
  arbeitnow,
  theMuse,
  greenhouse,
  rss,
  lever,
  ashby,
  workable,
  personio,
  recruitee,
  teamtailor,
  remotive,
  remoteok,
  jobicy,
  himalayas,
  hnWhoIsHiring,
  weWorkRemotely,
  berlinStartupJobs,
  eures,
  smartrecruiters,
  bundesagentur,
  jobtech,
  adzuna,
  firecrawl,
  jsearch,
  jsonLd,
  relocateMe,
  nav,
  franceTravail,
  linkedin,
  indeed,
]

export function boardOf(id: string): FakeBoard {
  const board = BOARDS.find((candidate) => candidate.id === id)
  if (board === undefined) throw new Error(`there is no stand-in for ${id}`)
  return board
}
