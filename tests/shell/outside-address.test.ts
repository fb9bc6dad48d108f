import { expect, test } from 'vitest'
import { judgeOutsideAddress, openOutside } from '#main/shell/electron/security/outside-address.ts'
import { desktopFakes } from './desktop-fakes.ts'

test.each([
  ['https://jobs.example/apply?id=1#form', 'https://jobs.example/apply?id=1#form'],
  ['HTTPS://Jobs.Example/a b', 'https://jobs.example/a%20b'],
  ['\n https://jobs.example/\t', 'https://jobs.example/'],
  ['mailto:jobs@example.com', 'mailto:jobs@example.com'],
  ['mailto:jobs@example.com?subject=Hello&cc=a@example.com', 'mailto:jobs@example.com?subject=Hello&cc=a@example.com'],
  ['tel:+49301234567', 'tel:+49301234567'],
])('%j is opened as %s', (address, url) => {
  expect(judgeOutsideAddress(address)).toEqual({ verdict: 'open', url })
})

test.each([
  ['http://jobs.example/apply', 'insecure'],
  ['file:///etc/passwd', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['java\nscript:alert(1)', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['ms-msdt:/id PCWDiagnostic', 'scheme'],
  ['search-ms:query=x', 'scheme'],
  ['smb://host/share', 'scheme'],
  ['vbscript:msgbox', 'scheme'],
  ['app://career-copilot/settings', 'scheme'],
  ['https-evil://example.com', 'scheme'],
  ['\\\\host\\share', 'unreadable'],
  ['/etc/passwd', 'unreadable'],
  ['example.com', 'unreadable'],
  ['', 'unreadable'],
  ['https://', 'unreadable'],
  ['https://bank.example@evil.example/', 'credentials'],
  ['https://a:b@example.com/', 'credentials'],
  ['mailto:a@example.com?attach=/etc/passwd', 'mail_field'],
  ['mailto:a@example.com?subject=x&Attachment=c:\\x', 'mail_field'],
  ['tel:*%2306%23', 'phone'],
  ['tel:*21*0900#', 'phone'],
  ['tel:+49301234567?body=x', 'phone'],
  ['tel:+49301234567;ext=1', 'phone'],
  [`https://example.com/${'a'.repeat(9000)}`, 'too_long'],
])('%.60j is refused as %s', (address, reason) => {
  expect(judgeOutsideAddress(address)).toEqual({ verdict: 'refuse', reason })
})

test('a secure link goes to the system as parsed, and nothing is asked', async () => {
  const desktop = desktopFakes()
  await openOutside(' https://jobs.example/a b', desktop)
  expect([desktop.opened, desktop.questions]).toEqual([['https://jobs.example/a%20b'], []])
})

test('a refused link says why, shows its address and can be copied', async () => {
  const desktop = desktopFakes({ pressed: 0 })
  await openOutside('http://jobs.example/apply', desktop)
  expect(desktop.opened).toEqual([])
  expect(desktop.questions[0]?.detail).toMatch(/unencrypted[\s\S]*http:\/\/jobs\.example\/apply/)
  expect(desktop.copied).toEqual(['http://jobs.example/apply'])
})

test('a refused link that is not wanted leaves the clipboard alone', async () => {
  const desktop = desktopFakes({ pressed: 1 })
  await openOutside('http://jobs.example/apply', desktop)
  expect(desktop.copied).toEqual([])
})

test('a long or disguised address cannot flood or mislead the dialog', async () => {
  const desktop = desktopFakes({ pressed: 1 })
  await openOutside(`foo:\u202Egpj.exe${'a'.repeat(5000)}`, desktop)
  const detail = desktop.questions[0]?.detail ?? ''
  expect(detail.length).toBeLessThan(500)
  expect(detail).not.toContain('\u202E')
})
