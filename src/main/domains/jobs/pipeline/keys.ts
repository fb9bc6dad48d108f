import { hash } from 'node:crypto'
import type { JobFacts, Place } from '#shared/facts.ts'
import type { ReadPosting } from '../posting.ts'
import { companyKey } from './company-key.ts'
import { foldForKey } from '#main/infra/text/fold.ts'
import { remember } from '#main/infra/text/remember.ts'
import { titleKey } from './title-key.ts'

/** The columns that deduplication looks jobs up by. `fingerprint` is '' when the posting names no company or no title:
 *  such a posting matches nothing by fingerprint. */
export interface PostingKeys {
  readonly titleKey: string
  readonly companyKey: string
  readonly placeKey: string
  readonly fingerprint: string
}

/** As much of a posting as its keys are made of. */
export interface KeyedPosting extends Pick<ReadPosting, 'posting'> {
  readonly facts: Pick<JobFacts, 'places' | 'workplace'>
}

/** All keys of a posting that was read. Pure. */
export function keysOf(read: KeyedPosting): PostingKeys {
  const { posting, facts } = read
  const cities = facts.places.flatMap((place) => (place.city === null ? [] : [place.city]))
  const countries = new Set([posting.countryCode, ...facts.places.map((place) => place.countryCode)])
  const places = [
    ...posting.locations,
    ...cities,
    ...[...countries].flatMap((code) => (code === null ? [] : countryNames(code))),
  ]
  const title = titleKey(posting.title, { company: posting.company, places })
  const company = companyKey(posting.company)
  const place = placeKey(facts.places, facts.workplace === 'remote')
  return {
    titleKey: title,
    companyKey: company,
    placeKey: place,
    fingerprint: fingerprintOf({ title, company, place }),
  }
}

const TITLE_LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pl', 'sv', 'pt', 'da', 'fi', 'cs', 'nb']

/** A country's name in the languages that titles are written in (Unicode CLDR, through Intl). */
const countryNames = remember((code): readonly string[] => {
  const named = TITLE_LANGUAGES.flatMap(
    (language) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? [],
  )
  return [...new Set(code === 'GB' ? [...named, 'UK'] : named)]
})

/** Where a job is, for comparing: its cities sorted ("berlin|DE;munich|DE"); without a city its countries ("|DE"), led by
 *  "remote" if it is that ("remote;|DE"). A city's workplace is left out: one source in two does not tell it. Pure. */
export function placeKey(places: readonly Place[], isRemote: boolean): string {
  const withCity = places.filter((place) => place.city !== null)
  const shown = withCity.length > 0 ? withCity : places
  const parts = new Set(shown.map((place) => `${foldForKey(place.city ?? '')}|${place.countryCode ?? ''}`))
  parts.delete('|')
  const sorted = [...parts].sort()
  return (isRemote && withCity.length === 0 ? ['remote', ...sorted] : sorted).join(';')
}

/** 32 hex digits of SHA-256 over the three keys; '' without a title or a company. */
export function fingerprintOf(keys: { title: string; company: string; place: string }): string {
  if (keys.title === '' || keys.company === '') return ''
  return hash('sha256', `${keys.title}\n${keys.company}\n${keys.place}`).slice(0, 32)
}
