/** An answer as far as it tells who wrote it: the application, a bot check in front of it, or a login form. */
export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Response headers by which a bot check names itself. Sources: Cloudflare docs "Detect a challenge page response" (cf-mitigated),
 *  AWS WAF developer guide (x-amzn-waf-action), DataDome docs (x-dd-b). */
const CHECK_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['cf-mitigated', /challenge/i],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-dd-b', /./],
]

/** Titles of bot check pages; these never head a real page. */
const CHECK_TITLES =
  /^(just a moment|attention required! \| cloudflare|checking your browser|ddos-guard|pardon our interruption|are you a (human|robot)|human verification|access to this page has been denied|security check|bitte bestätigen sie, dass sie kein roboter)/i

/** Parts of bot check pages. Some (Cloudflare's script folder, captchas) also occur in real pages, so they count only when the
 *  status says "refused" or when no page was expected at all. */
const CHECK_PARTS =
  /\/cdn-cgi\/challenge-platform\/|cf-chl-|captcha-delivery\.com|_incapsula_resource|px-captcha|_pxcaptcha|g-recaptcha|h-captcha|hcaptcha\.com|awswafcookiedomainlist|errors\.edgesuite\.net/i

const LOGIN_TITLES =
  /\b(log ?in|sign ?in|anmelde(n|maske)|anmeldung|einloggen|connexion|se connecter|iniciar sesión|inloggen)\b/i

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 405, 429, 503])

/** Whether a bot check answered in place of the application. Pure. */
export function isBotCheck(page: Page): boolean {
  if (CHECK_HEADERS.some(([name, value]) => value.test(page.headers[name] ?? ''))) return true
  if (!looksLikeHtml(page.text)) return false
  return CHECK_TITLES.test(titleOf(page.text)) || (REFUSALS.has(page.status) && CHECK_PARTS.test(page.text))
}

/** Whether a page that came in place of data is a bot check or a login form: a person has to do something. Pure. */
export function wantsAPerson(page: Page): boolean {
  if (isBotCheck(page)) return true
  return CHECK_PARTS.test(page.text) || LOGIN_TITLES.test(titleOf(page.text)) || hasPasswordField(page.text)
}

/** Whether a text is an HTML document, whatever its Content-Type says. Pure. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*/, '')
  return /^<(!doctype\s+html|html|head|body|title|meta|script|div|h1|p|center)\b/i.test(start)
}

/** The page's title, on one line and at most 80 characters, for messages; '' if it has none. Pure. */
export function titleOf(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text.slice(0, 65_536))?.[1] ?? ''
  return title.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
}

function hasPasswordField(text: string): boolean {
  return /<input\b[^>]*\btype\s*=\s*["']?password/i.test(text)
}
