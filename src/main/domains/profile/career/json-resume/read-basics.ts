import { type Career, type Person, personSchema } from '#shared/career.ts'
import type { Fields } from './json-fields.ts'

const LINKS_MOST = 20
/** The label of `basics.url`, which has none of its own. */
export const WEBSITE_LABEL = 'Website'

/** Who it is. Pure but for what it reports. */
export function readBasics(basics: Fields | null): Pick<Career, 'person' | 'summary'> {
  if (basics === null) return { person: personSchema.parse({}), summary: '' }
  const location = basics.object('location')
  const person: Person = {
    name: basics.line('name', 120),
    headline: basics.line('label', 160),
    email: checked(basics, { key: 'email', most: 254, why: 'no e-mail address', shape: personSchema.shape.email }),
    phone: basics.line('phone', 60),
    city: location?.line('city', 80) ?? '',
    countryCode: location === null ? null : readCountry(location),
    links: readLinks(basics),
  }
  const summary = basics.text('summary', 3000)
  for (const key of ['address', 'postalCode', 'region']) location?.leaveOut(key, 'only city and country are kept')
  location?.done()
  basics.leaveOut('image', 'pictures are not kept')
  basics.done()
  return { person, summary }
}

interface Check {
  readonly key: string
  readonly most: number
  readonly why: string
  readonly shape: { safeParse: (value: unknown) => { success: boolean } }
}

function checked(fields: Fields, { key, most, why, shape }: Check): string {
  const text = fields.line(key, most)
  if (shape.safeParse(text).success) return text
  fields.leaveOut(key, why)
  return ''
}

function readCountry(location: Fields): string | null {
  const code = checked(location, {
    key: 'countryCode',
    most: 40,
    why: 'no two-letter code of a country',
    shape: {
      safeParse: (value) => personSchema.shape.countryCode.safeParse(value === '' ? null : String(value).toUpperCase()),
    },
  })
  return code === '' ? null : code.toUpperCase()
}

function readLinks(basics: Fields): Person['links'] {
  const website = basics.url('url')
  const own = website === '' ? [] : [{ label: WEBSITE_LABEL, url: website }]
  const profiles = basics.objects('profiles').flatMap((profile) => {
    const label = profile.line('network', 60)
    const url = profile.url('url')
    const username = profile.line('username', 200)
    profile.done()
    if (url !== '' && (username === '' || url.toLowerCase().includes(username.toLowerCase().replace(/^@/, '')))) {
      return [{ label, url }]
    }
    if (username !== '')
      profile.leaveOut('username', url === '' ? 'a name without an address' : 'only the address is kept')
    else if (url === '' && label !== '') profile.leaveOut('network', 'a network without an address')
    return url === '' ? [] : [{ label, url }]
  })
  const links = [...own, ...profiles]
  if (links.length > LINKS_MOST) basics.leaveOut('profiles', `more than ${LINKS_MOST} links: the rest is left out`)
  return links.slice(0, LINKS_MOST)
}
