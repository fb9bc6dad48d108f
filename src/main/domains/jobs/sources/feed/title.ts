import forms from './title-forms.json' with { type: 'json' }

export interface ReadTitle {
  readonly title: string
  readonly company: string | null
  readonly salaryText: string | null
}

const ROLE_NOUNS = new Set(forms.roleNouns)
const NO_COMPANY = new Set(forms.noCompany)
const NO_AUTHOR = new Set(forms.noAuthor)
const MAX_COMPANY_CHARS = 80
const PAY_AT_END = /\s*[[(]([^[\]()]{0,40}\d[^[\]()]{0,60})[\])]\s*$/
const CURRENCY = /[€$£]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|zł|kr)\b/i
/** Marks that stand for nothing else, so that both sides are taken at their word. */
const PLAIN_MARKS = [' // ', ' @ ']

/** Role, company and pay out of the forms in which feeds write all of them into one title. A title in no known form is the role.
 *  Pure; the words are in title-forms.json. */
export function readTitle(text: string): ReadTitle {
  const pay = PAY_AT_END.exec(text)
  const salaryText = pay?.[1] !== undefined && CURRENCY.test(pay[1]) ? pay[1].trim() : null
  const rest = salaryText === null ? text : text.slice(0, pay?.index).trim()
  const split = splitAtMark(rest) ?? splitAtColon(rest) ?? splitAtWord(rest)
  return split === null ? { title: rest, company: null, salaryText } : { ...split, salaryText }
}

/** An author's name where it can be the employer's; null for a mail address and for names that only mean "whoever posts here". Pure. */
export function companyFromAuthor(author: string): string | null {
  const isNoName = author.includes('@') || NO_AUTHOR.has(author.toLowerCase().replace(/[-_.]/g, ' '))
  return isNoName ? null : companyOrNull(author)
}

function splitAtMark(text: string): { title: string; company: string } | null {
  for (const mark of PLAIN_MARKS) {
    const at = text.lastIndexOf(mark)
    const company = at <= 0 ? null : companyOrNull(text.slice(at + mark.length))
    if (company !== null) return { title: text.slice(0, at).trim(), company }
  }
  return null
}

/** "Company: Role", only when the right side names a role and the left side does not: "Data Engineer: Platform" has no company. */
function splitAtColon(text: string): { title: string; company: string } | null {
  const at = text.indexOf(': ')
  if (at <= 0) return null
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 2).trim()]
  const company = companyOrNull(left)
  return company !== null && namesRole(right) && !namesRole(left) ? { title: right, company } : null
}

/** "Role at Company": the word is common, so the company has to begin like a name and the left side has to name a role. */
function splitAtWord(text: string): { title: string; company: string } | null {
  const at = Math.max(text.lastIndexOf(' at '), text.lastIndexOf(' bei '))
  if (at <= 0) return null
  const company = companyOrNull(text.slice(text.indexOf(' ', at + 1) + 1))
  const title = text.slice(0, at).trim()
  return company !== null && /^[\p{Lu}\p{N}]/u.test(company) && namesRole(title) ? { title, company } : null
}

function companyOrNull(text: string): string | null {
  const company = text.trim()
  const isName = company !== '' && company.length <= MAX_COMPANY_CHARS && !NO_COMPANY.has(company.toLowerCase())
  return isName ? company : null
}

function namesRole(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}]+/gu) ?? []).some(
    (word) => ROLE_NOUNS.has(word) || forms.roleNouns.some((noun) => noun.length > 7 && word.endsWith(noun)),
  )
}
