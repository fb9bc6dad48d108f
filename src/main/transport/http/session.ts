import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the loopback host: whoever opened the printed address once. The code in that address is exchanged for a
 *  cookie and dies; the cookie's value never appears in an address. */
export interface HostSession {
  readonly launchCode: string
  /** The value of Set-Cookie for the right code, once; null for a wrong or used one. */
  readonly exchange: (code: string) => string | null
  readonly isKnown: (cookieHeader: string | undefined) => boolean
}

/** `port` goes into the cookie's name: cookies are shared by all ports of a host. */
export function createHostSession(port: number): HostSession {
  const launchCode = randomBytes(24).toString('base64url')
  const token = randomBytes(32).toString('base64url')
  const name = `career-copilot-${port}`
  let isUsed = false

  return {
    launchCode,
    exchange: (code) => {
      if (isUsed || !isSame(code, launchCode)) return null
      isUsed = true
      return `${name}=${token}; HttpOnly; SameSite=Strict; Path=/`
    },
    isKnown: (cookieHeader) => cookiesNamed(cookieHeader ?? '', name).some((value) => isSame(value, token)),
  }
}

function cookiesNamed(header: string, name: string): string[] {
  return header.split(';').flatMap((pair) => {
    const [key, value] = pair.split('=', 2)
    return key?.trim() === name && value !== undefined ? [value.trim()] : []
  })
}

/** Compares in a time that does not depend on where the two differ. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
