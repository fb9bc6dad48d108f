import type { Workplace } from '#shared/facts.ts'
import { content, type Language, need } from './content.ts'
import type { Board } from './shape.ts'

/** Where an opening is. `scope` 'eu' means remote in the whole EU without a place; `isCityNamed` false means that a
 *  remote posting names only the country. City names are the English ones. */
export interface Whereabouts {
  readonly cities: readonly string[]
  readonly country: string
  readonly scope: 'country' | 'eu'
  readonly isCityNamed: boolean
  readonly workplace: Workplace
}

const city = (name: string) => need(content.places.cities, name)

export const countryOf = (cityName: string): string => city(cityName).country

/** The country's name as it stands in running text after "in" or "for". */
export function countryInText(country: string, language: Language): string {
  const names = need(content.places.countries, country)
  return language === 'de' ? names.local : names.en
}

/** The city's name in running text of the language: Munich, München. */
export function cityInText(name: string, language: Language): string {
  const { local, country } = city(name)
  return language === 'de' && ['DE', 'AT', 'CH'].includes(country) ? local : name
}

/** The location field as each of the three boards writes it. */
export function writeLocation(place: Whereabouts, board: Board, language: Language): string {
  const country = need(content.places.countries, place.country)
  const plainCountry = country.plain ?? country.en
  if (place.workplace === 'remote' && !place.isCityNamed) {
    if (place.scope === 'eu')
      return { 'northern-board': 'Remote (EU)', 'talent-hub': 'Remote, European Union', 'company-page': 'Remote – EU' }[
        board
      ]
    return {
      'northern-board': `Remote (${plainCountry})`,
      'talent-hub': `Remote, ${plainCountry}`,
      'company-page': language === 'de' ? `Remote (${country.local})` : `Remote – ${plainCountry}`,
    }[board]
  }
  if (board === 'northern-board')
    return place.cities.map((name) => `${city(name).local}, ${city(name).region}`).join('; ')
  if (board === 'talent-hub') {
    if (place.workplace === 'remote')
      return `${place.cities.join(' / ')} / Remote (${place.country === 'GB' ? 'UK' : place.country})`
    return place.cities.map((name) => `${name}, ${plainCountry}`).join(' / ')
  }
  const names = place.cities.map((name) => (language === 'de' ? cityInText(name, 'de') : name))
  const joined = names.join(language === 'de' ? ' oder ' : ' or ')
  return place.workplace === 'hybrid' && !joined.includes(' o') ? `${joined} (hybrid)` : joined
}
