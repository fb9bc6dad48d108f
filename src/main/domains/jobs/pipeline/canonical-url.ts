import rules from '#resources/url-rules.json' with { type: 'json' }

interface HostRule {
  readonly host: RegExp
  readonly path: RegExp
  readonly params: readonly string[]
  readonly paramPattern: RegExp
  readonly to: string
}

const HOST_RULES: readonly HostRule[] = rules.hosts.map((rule) => ({
  host: new RegExp(rule.host),
  path: new RegExp(rule.path),
  params: rule.param ?? [],
  paramPattern: new RegExp(rule.paramPattern ?? '^[\\w.~-]{1,200}$'),
  to: rule.to,
}))
const TRACKING = new Set([...rules.tracking, ...rules.presentation])
const WEAK_TRACKING = new Set(rules.weakTracking)
const IDENTITY = new Set(rules.identity)
const IDENTITY_FRAGMENT = new RegExp(rules.identityFragment, 'i')

/** The address that all links to the same posting share: what only tracks or presents is dropped, what names the posting
 *  is kept (`gh_jid`, `jk`, `id` …), known boards and applicant systems are brought to one form (resources/url-rules.json).
 *  An unknown parameter stays: two addresses too many cost less than two jobs merged. https, no "www.", no slash at the
 *  end, parameters in order. What is no http(s) address comes back trimmed. Idempotent, pure. */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address.trim())
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return address.trim()
  const host = url.hostname.replace(/\.$/, '').replace(/^www\d?\./, '')
  const params = [...url.searchParams].filter(([, value]) => value !== '')
  return (
    byHostRule({ host, path: url.pathname.replace(/\/{2,}/g, '/'), params }) ?? byGeneralRule({ url, host, params })
  )
}

function byHostRule(parts: { host: string; path: string; params: [string, string][] }): string | null {
  for (const rule of HOST_RULES) {
    const host = rule.host.exec(parts.host)
    const path = host && rule.path.exec(parts.path)
    if (!path) continue
    const param = rule.params.length === 0 ? '' : findParam(rule, parts.params)
    if (param === undefined) continue
    const words: Record<string, string | undefined> = { ...host.groups, ...path.groups, param }
    return rule.to.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
  }
  return null
}

function findParam(rule: HostRule, params: [string, string][]): string | undefined {
  const found = params.find(
    ([name, value]) => rule.params.includes(name.toLowerCase()) && rule.paramPattern.test(value),
  )
  return found?.[1]
}

function byGeneralRule(parts: { url: URL; host: string; params: [string, string][] }): string {
  const { url, host, params } = parts
  const path = tidyPath(url.pathname)
  const strong = params.filter(([name]) => !isTracking(name) && !WEAK_TRACKING.has(name.toLowerCase()))
  const fragment = identityFragment(url.hash)
  const isNamed = fragment !== '' || strong.length > 0 || pathNamesPosting(path)
  // "?ref=JR-1234" on a bare "/apply" is the posting's name; "?ref=newsletter" is not.
  const weak = isNamed
    ? []
    : params.filter(([name, value]) => WEAK_TRACKING.has(name.toLowerCase()) && /\d{3}/.test(value))
  const kept = [...strong, ...weak].sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
  const query = new URLSearchParams(kept).toString()
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  return `https://${host}${port}${path}${query === '' ? '' : `?${query}`}${fragment}`
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  if (IDENTITY.has(lower)) return false
  return TRACKING.has(lower) || rules.trackingPrefixes.some((prefix) => lower.startsWith(prefix))
}

/** One spelling of each character, no empty segments, no slash at the end. */
function tidyPath(path: string): string {
  const spelled = path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase()
  })
  let tidy = spelled
    .replace(/;jsessionid=[^/]*/gi, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
  for (let without = withoutApply(tidy); without !== tidy; without = withoutApply(tidy)) tidy = without
  return tidy
}

/** "/jobs/4711-data-engineer/apply" is the form of "/jobs/4711-data-engineer". */
function withoutApply(path: string): string {
  const suffix = rules.applySuffixes.find((word) => path.toLowerCase().endsWith(`/${word}`))
  const before = suffix === undefined ? path : path.slice(0, -suffix.length - 1)
  return pathNamesPosting(before) ? before : path
}

/** Whether a path alone says which posting: a segment with a number of three digits or a name of three or more words. */
function pathNamesPosting(path: string): boolean {
  return path.split('/').some((segment) => /\d{3}/.test(segment) || segment.split(/[-_]/).length >= 3)
}

function identityFragment(hash: string): string {
  const fragment = hash.slice(1).replace(/\/+$/, '')
  return IDENTITY_FRAGMENT.test(fragment) ? `#${fragment}` : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
