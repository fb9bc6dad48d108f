import { type Desk, type Line, plain, withoutStop } from './wording.ts'

const NEEDS_EU = /EU\b|Drittstaaten|Aufenthalts/
const NEEDS_BLUE_CARD = /Blue Card|Blaue Karte|permit transfer/
const NEEDS_GERMANY = /Fachkräfteverfahren/

export function visaLine({ opening, random, phrases, fill, language }: Desk): Line | null {
  const { visa, place, company } = opening
  const isUsable = (line: string) =>
    !(NEEDS_EU.test(line) && ['GB', 'CH'].includes(place.country)) &&
    !(NEEDS_BLUE_CARD.test(line) && (['IE', 'DK', 'GB', 'CH'].includes(place.country) || place.scope === 'eu')) &&
    !(NEEDS_GERMANY.test(line) && place.country !== 'DE') &&
    !(/small company/.test(line) && !company.small) &&
    !(/\{city\}/.test(line) && (place.workplace === 'remote' || place.cities.length > 1))
  const deal = (key: string, list: readonly string[]) => random.deal(`visa.${key}.${language}`, list, isUsable)
  if (visa === 'unstated') {
    if (company.payments && random.chance(0.6)) return plain(fill(deal('trapsPayments', phrases.visa.trapsPayments)))
    return random.chance(0.22) ? plain(fill(deal('traps', phrases.visa.traps))) : null
  }
  const special = visa === 'offers' ? phrases.visa.offersBy : visa === 'refuses' ? phrases.visa.refusesBy : {}
  const local = special[place.country]
  const text =
    local && place.scope === 'country' && random.chance(0.45) ? random.pick(local) : deal(visa, phrases.visa[visa])
  return { text: fill(text), fact: 'visa' }
}

export function workplaceLine({ opening, random, phrases, fill, language }: Desk): Line | null {
  const { place } = opening
  if (place.workplace === 'unknown') return null
  const lists = phrases.workplace
  const list =
    place.workplace === 'remote' && place.scope === 'eu' && lists.remoteEu.length > 0
      ? lists.remoteEu
      : lists[place.workplace]
  const isUsable = (line: string) => !(place.scope === 'eu' && language === 'de' && line.includes('{country}'))
  return {
    text: fill(random.deal(`workplace.${place.workplace}.${place.scope}.${language}`, list, isUsable)),
    fact: 'workplace',
  }
}

export function payLine({ opening, random, phrases, language }: Desk): Line | null {
  const { pay, paySpot } = opening
  if (!pay || paySpot === 'field') return null
  const isUsable = (line: string) =>
    (pay.form === 'range' || !/band|range|rahmen/i.test(line)) && (pay.form !== 'open' || /: \{pay\}\.?$/.test(line))
  const label = random.deal(`pay.label.${language}`, phrases.salaryLabels, isUsable)
  return { text: label.replace('{pay}', pay.text).replace(/\.\.$/, '.'), fact: 'pay' }
}

/** Where a stated fact stands: in a list its full stop goes, as in any other bullet. */
const asBullet = (line: Line): Line =>
  line.fact === 'pay' && line.text.endsWith('a.') ? line : { ...line, text: withoutStop(line.text) }

export function spreadFacts({ random, opening }: Desk, facts: readonly Line[]) {
  const spots = { benefits: [] as Line[], profile: [] as Line[], facts: [] as Line[], closing: [] as Line[] }
  for (const line of facts) {
    const isDemand = line.fact === 'visa' && opening.visa === 'refuses'
    const isPerk = !isDemand && !(line.fact === 'workplace' && opening.place.workplace === 'onsite')
    const roll = random.next()
    if (isDemand && roll < 0.4 && !/\b(sponsor|leider)/i.test(line.text)) spots.profile.push(asBullet(line))
    else if (isPerk && roll < 0.4) spots.benefits.push(asBullet(line))
    else if (roll < 0.8) spots.facts.push(line)
    else spots.closing.push(line)
  }
  return spots
}

/** One line in the manner of "Who is hiring" threads; it carries the visa word of an English offer. */
export function headerLine({ opening, language }: Desk): Line | null {
  const { company, place, visa } = opening
  if (visa !== 'offers' || language !== 'en' || !place.isCityNamed || place.workplace === 'unknown') return null
  const workplace = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'Onsite' }[place.workplace]
  return { text: `${company.name} | ${place.cities.join(', ')} | ${workplace} | VISA`, fact: 'visa' }
}
