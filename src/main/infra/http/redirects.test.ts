import { describe, expect, it } from 'vitest'
import { HttpProblem } from './http.ts'
import { followingHop, type Hop } from './redirects.ts'

const KEYED = {
  accept: 'application/json',
  'user-agent': 'x',
  authorization: 'Bearer k',
  cookie: 'a=b',
  'x-api-key': 'k',
}

function hop(url: string, more: Partial<Hop> = {}): Hop {
  return { url: new URL(url), written: url, method: 'GET', headers: KEYED, body: null, ...more }
}
function follow(
  from: Hop,
  status: number,
  location: string | undefined,
  trustedOrigin: string | null = null,
): Hop | null {
  return followingHop(from, { status, location, trustedOrigin, trail: [from] })
}
function refusal(act: () => unknown): HttpProblem['code'] | null {
  try {
    act()
  } catch (error) {
    return error instanceof HttpProblem ? error.code : null
  }
  return null
}

describe('followingHop', () => {
  it.each([200, 204, 300, 304, 305, 404])('takes %i for no redirect', (status) => {
    expect(follow(hop('https://a.example/'), status, '/x')).toBeNull()
  })

  it.each([
    ['/x', 'https://a.example/x'],
    ['?page=2', 'https://a.example/p/q?page=2'],
    ['//b.example/x', 'https://b.example/x'],
    ['https://b.example/x#part', 'https://b.example/x'],
    ['/stellen/k\u00c3\u00b6ln', 'https://a.example/stellen/k%C3%B6ln'],
  ])('resolves %s', (location, expected) => {
    expect(follow(hop('https://a.example/p/q'), 302, location)?.url.href).toBe(expected)
  })

  it('keeps keys for the same origin and drops them for any other', () => {
    expect(follow(hop('https://a.example/'), 302, '/x')?.headers).toEqual(KEYED)
    const bare = { accept: 'application/json', 'user-agent': 'x' }
    expect(follow(hop('https://a.example/'), 302, 'https://b.example/')?.headers).toEqual(bare)
    expect(follow(hop('https://a.example/'), 302, 'https://www.a.example/')?.headers).toEqual(bare)
    expect(follow(hop('https://a.example/'), 302, 'https://a.example:8443/')?.headers).toEqual(bare)
  })

  const post = hop('https://jobs.example.com/', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  it.each([
    [301, 'GET', null],
    [302, 'GET', null],
    [303, 'GET', null],
    [307, 'POST', '{}'],
    [308, 'POST', '{}'],
  ])('after a POST answered %i sends a %s', (status, method, body) => {
    const next = follow(post, status, '/next')
    expect(next).toMatchObject({ method, body })
    expect(next?.headers).toEqual(body === null ? {} : { 'content-type': 'application/json' })
  })

  it('hands a body to the same site only', () => {
    expect(follow(post, 308, 'https://www.example.com/')).toMatchObject({ method: 'POST', body: '{}' })
    expect(refusal(() => follow(post, 307, 'https://example.org/'))).toBe('redirect')
  })

  it.each([
    ['no Location', 'https://a.example/', undefined],
    ['an empty Location', 'https://a.example/', ' '],
    ['an unreadable Location', 'https://a.example/', 'http://[half'],
    ['itself', 'https://a.example/x', '/x'],
    ['plain http', 'https://a.example/', 'http://a.example/x'],
  ])('refuses %s', (_name, from, location) => {
    expect(refusal(() => follow(hop(from), 302, location))).toBe('redirect')
  })

  it('allows the step down to plain http for the trusted origin only', () => {
    expect(follow(hop('https://a.example/'), 302, 'http://127.0.0.1:9/x', 'http://127.0.0.1:9')).not.toBeNull()
  })

  it('keeps an odd spelling of the next host for the guard to see', () => {
    expect(follow(hop('https://a.example/'), 302, 'https://0x08080808/')?.written).toBe('https://0x08080808/')
  })
})
