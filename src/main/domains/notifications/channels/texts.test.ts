import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtWord, oneLine } from './channel.ts'
import { letterHtml } from './email-html.ts'
import { letterText } from './email-text.ts'
import { isLoopback } from './email.ts'
import { smsText } from './sms.ts'

describe('a text is cut between words', () => {
  test.each([
    ['short enough', 20, 'short enough'],
    ['one two three four', 12, 'one two…'],
    ['unbreakableword', 8, 'unbreak…'],
    ['smile 😀😀😀😀', 10, 'smile 😀…'],
  ])('%j at %i', (text, maxChars, cut) => expect(cutAtWord(text, maxChars)).toBe(cut))

  test('never longer than asked for, never with half of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, maxChars) => {
        const cut = cutAtWord(text, maxChars)
        expect(cut.length).toBeLessThanOrEqual(maxChars)
        expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true)
      }),
    )
  })
})

test('no line of a subject begins another header', () => {
  expect(oneLine('Hello\r\nBcc: a@b.example\u2028x\u0000', 100)).toBe('Hello Bcc: a@b.example x')
})

test.each([
  [{ title: 'Interview tomorrow', body: 'Kranich, 10:00' }, 'Interview tomorrow: Kranich, 10:00'],
  [{ title: 'Ready?', body: 'In an hour.' }, 'Ready? In an hour.'],
  [{ title: 'Only this', body: ' ' }, 'Only this'],
])('a text message: %j', (message, text) => expect(smsText(message)).toBe(text))

test('a text message has at most 320 characters', () => {
  const text = smsText({ title: 'New matches', body: 'word '.repeat(200) })
  expect(text.length).toBeLessThanOrEqual(320)
  expect(text).toMatch(/word…$/)
})

describe('a letter', () => {
  const hostile = '<img src=x onerror=alert(1)> & "quotes" \'too\''
  const letter = {
    intro: hostile,
    sections: [{ heading: hostile, lines: [{ text: hostile, note: hostile, path: 'javascript:alert(1)' }] }],
  }

  test('escapes everything that is said in it', () => {
    const html = letterHtml({ title: hostile, body: hostile, letter })
    expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>|javascript:/i)
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;quotes&quot;/g)).toHaveLength(7)
  })

  test('has neither tables nor anything that calls out', () => {
    const html = letterHtml({ title: 'T', body: 'B\nsecond line', letter })
    expect(html).not.toMatch(/<(table|a|img|link|script|iframe)\b|https?:/i)
    expect(html).toContain('B<br>second line')
  })

  test('is the same in plain text, and both say how to get no more of them', () => {
    const lines = [{ text: 'Data Engineer', note: '84 match', path: null }]
    const message = {
      title: 'Good morning',
      body: 'Two things today.',
      letter: { intro: '', sections: [{ heading: 'Matches', lines }] },
    }
    const text = letterText(message)
    expect(text).toContain(
      'Good morning\n\nTwo things today.\n\nMatches\n-------\n* Data Engineer\n  84 match\n\n-- \n',
    )
    for (const body of [text, letterHtml(message)]) expect(body).toContain('Settings, Notifications')
  })
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['127.evil.example', false],
  ['localhost.example', false],
  ['192.168.0.2', false],
  ['0.0.0.0', false],
])('%s is this machine: %s', (host, isIt) => expect(isLoopback(host)).toBe(isIt))
