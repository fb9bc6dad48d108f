import { foldLetters } from '#main/infra/text/fold.ts'
import { addressPattern } from './address-pattern.ts'
import { withoutFolded } from './folded-text.ts'
import { addressesIn, type FoundAddress, withoutHomeAddresses } from './home-address.ts'
import { besideContacts, type OwnContacts } from './own-contacts.ts'

/** How a firm is told that is not the posting's. */
const FIRM =
  /(?<![\p{L}\p{N}])(?:GmbH|AG|SE|KG|KGaA|OHG|UG|Inc|Ltd|LLC|PLC|plc|BV|NV|SAS|SpA|Srl|e\.V\.|Oy|AB|A\/S)(?![\p{L}\p{N}])/gu
/** Whose an address is stands in its own line or in one of so many before. */
const LINES_BEFORE = 2

/** Any text without the home of the user, as far as it is known or can be told:
 *
 *  - what the app knows to be an own address goes wherever it stands, however it is spelled, with its postcode and place;
 *  - an address beside an own name, e-mail, phone or page is an own one, although the app did not know it;
 *  - an address in the place where the user lives loses street, house number and postcode, unless the employer or a firm is named before it.
 *
 *  The place alone is never taken out: it is where the employer is as often as where the user lives, a posting without its place misleads,
 *  and a town is no address. Of an employer that is taken for the user only the street is lost, which nobody needs to write. Pure. */
export function withoutHome(
  text: string,
  about: { own: OwnContacts; contacts: readonly RegExp[]; company: string; instead: string },
): string {
  const { own, contacts, company, instead } = about
  const patterns = own.addresses.flatMap((known) => addressPattern(known) ?? [])
  const isOthers = (found: FoundAddress, said: string): boolean => isFirms(found, said, { contacts, company })
  const unknown = withoutFolded(text, { patterns, instead })
  const alone = withoutBeside(unknown, { contacts, isOthers, instead })
  return own.homes.reduce((said, home) => withoutHomeAddresses(said, { home, instead, isOthers }), alone)
}

function withoutBeside(
  text: string,
  about: {
    contacts: readonly RegExp[]
    isOthers: (found: FoundAddress, said: string) => boolean
    instead: string
  },
): string {
  const { contacts, isOthers, instead } = about
  return besideContacts(text, contacts).reduceRight((said, { start, end }) => {
    const found = addressesIn(said.slice(start, end), { isExpected: true })
      .map((one) => ({ ...one, index: start + one.index }))
      .filter((one) => !isOthers(one, said))
    // What is surely an address goes before what only looks like one.
    const apart = found.filter((one, at) => !found.slice(0, at).some((surer) => overlap(one, surer)))
    return apart
      .toSorted((one, other) => other.index - one.index)
      .reduce((left, { index, whole }) => left.slice(0, index) + instead + left.slice(index + whole.length), said)
  }, text)
}

function overlap(one: FoundAddress, other: FoundAddress): boolean {
  return one.index < other.index + other.whole.length && other.index < one.index + one.whole.length
}

/** Whether the last name before the address is that of the employer or of a firm, and not of the user. Pure. */
function isFirms(
  { index }: FoundAddress,
  said: string,
  { contacts, company }: { contacts: readonly RegExp[]; company: string },
): boolean {
  const before = said
    .slice(0, index)
    .split('\n')
    .slice(-1 - LINES_BEFORE)
    .join('\n')
  const name = foldLetters(company.trim())
  const named = name.length < 3 ? -1 : foldLetters(before).lastIndexOf(name)
  const firm = Math.max(named, ...[...before.matchAll(FIRM)].map((match) => match.index))
  const own = contacts.flatMap((pattern) => [...before.matchAll(pattern)].map((match) => match.index))
  return firm >= 0 && firm > Math.max(-1, ...own)
}
