import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusedAddress, refusedUrl } from './address-guard.ts'

function refused(written: string, trustedOrigin: string | null = null): string | null {
  return refusedUrl({ url: new URL(written), written, trustedOrigin })
}

describe('addresses on the public web pass', () => {
  it.each([
    'https://www.arbeitnow.com/api/job-board-api?page=1',
    'http://example.com/',
    'https://example.com:443/',
    'http://example.com:80/',
    'https://example.com:8443/feed',
    'http://example.com:8080/feed',
    'https://xn--bcher-kva.example/jobs',
    'https://bücher.example/jobs',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'HTTPS://EXAMPLE.COM/UPPER',
    'https://localhost.example.com/',
    'https://10.example.com/',
    'https://locals.com/',
  ])('%s', (url) => {
    expect(refused(url)).toBeNull()
  })
})

describe('addresses of inner, odd or foreign kinds are refused', () => {
  it.each([
    ['loopback', 'http://127.0.0.1/'],
    ['loopback elsewhere in its range', 'http://127.8.4.2/'],
    ['loopback, IPv6', 'http://[::1]/'],
    ['loopback, mapped', 'http://[::ffff:127.0.0.1]/'],
    ['loopback, mapped in hex', 'http://[::ffff:7f00:1]/'],
    ['loopback, compatible form', 'http://[::127.0.0.1]/'],
    ['loopback behind NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['loopback behind 6to4', 'http://[2002:7f00:1::]/'],
    ['loopback behind SIIT', 'http://[::ffff:0:7f00:1]/'],
    ['local NAT64 prefix', 'http://[64:ff9b:1::a00:1]/'],
    ['Teredo', 'http://[2001:0:53aa:64c:0:0:0:1]/'],
    ['unspecified', 'http://0.0.0.0/'],
    ['this network', 'http://0.1.2.3/'],
    ['unspecified, IPv6', 'http://[::]/'],
    ['private 10', 'http://10.1.2.3/'],
    ['private 172.16', 'http://172.16.0.1/'],
    ['private 172.31', 'http://172.31.255.255/'],
    ['private 192.168', 'http://192.168.1.1/'],
    ['private behind 6to4', 'http://[2002:c0a8:101::1]/'],
    ['cloud metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['link-local, IPv6', 'http://[fe80::1]/'],
    ['site-local, IPv6', 'http://[fec0::1]/'],
    ['unique local, IPv6', 'http://[fd00:ec2::254]/'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['benchmarking', 'http://198.18.0.1/'],
    ['documentation', 'http://203.0.113.7/'],
    ['documentation, IPv6', 'http://[2001:db8::1]/'],
    ['multicast', 'http://224.0.0.1/'],
    ['multicast, IPv6', 'http://[ff02::1]/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['reserved', 'http://240.0.0.1/'],
    ['discard only, IPv6', 'http://[100::1]/'],
    ['octal', 'http://0177.0.0.1/'],
    ['hexadecimal', 'http://0x7f.0.0.1/'],
    ['one integer', 'http://2130706433/'],
    ['two parts', 'http://127.1/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['percent-encoded', 'http://%31%32%37.0.0.1/'],
    ['octal of a public address', 'http://010.8.8.8/'],
    ['integer of a public address', 'http://134744072/'],
    ['number with a trailing dot', 'http://8.8.8.8./'],
    ['localhost', 'http://localhost/'],
    ['localhost with a trailing dot', 'http://localhost./'],
    ['below localhost', 'http://jobs.localhost/'],
    ['name with a trailing dot', 'http://example.com./'],
    ['name without a domain', 'http://router/'],
    ['.local', 'http://printer.local/'],
    ['.internal', 'http://metadata.google.internal/'],
    ['.home.arpa', 'http://nas.home.arpa/'],
    ['.lan', 'http://nas.lan/'],
    ['.onion', 'http://abcdefghij234567.onion/'],
    ['user name', 'http://admin@example.com/'],
    ['user name and password', 'http://a:b@example.com/'],
    ['address hidden as a user name', 'http://example.com@127.0.0.1/'],
    ['SSH port', 'http://example.com:22/'],
    ['SMTP port', 'https://example.com:25/'],
    ['Redis port', 'http://example.com:6379/'],
    ['file', 'file:///etc/passwd'],
    ['ftp', 'ftp://example.com/'],
    ['gopher', 'gopher://example.com/'],
    ['javascript', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['websocket', 'ws://example.com/'],
    ['blob', 'blob:https://example.com/0'],
  ])('%s: %s', (_kind, url) => {
    expect(refused(url)).not.toBeNull()
  })
})

describe('the trusted origin', () => {
  it.each([
    ['http://127.0.0.1:4100/jobs', 'http://127.0.0.1:4100', true],
    ['http://127.0.0.1:4100/jobs', 'http://127.0.0.1:4100/some/base/', true],
    ['http://localhost:3000/', 'http://localhost:3000', true],
    ['http://127.0.0.1:4101/jobs', 'http://127.0.0.1:4100', false],
    ['https://127.0.0.1:4100/jobs', 'http://127.0.0.1:4100', false],
    ['http://127.0.0.2:4100/jobs', 'http://127.0.0.1:4100', false],
    ['http://localhost:4100/jobs', 'http://127.0.0.1:4100', false],
    ['http://u:p@127.0.0.1:4100/jobs', 'http://127.0.0.1:4100', false],
    ['http://127.0.0.1:4100/jobs', 'not an origin', false],
    ['file:///etc/passwd', 'file:///', false],
  ])('%s with %s trusted passes: %s', (url, trusted, passes) => {
    expect(refused(url, trusted) === null).toBe(passes)
  })
})

describe('resolved addresses', () => {
  it.each(['1.1.1.1', '2606:4700:4700::1111', '64:ff9b::808:808', '::ffff:8.8.8.8', '2002:808:808::1'])(
    '%s leads to the public internet',
    (address) => {
      expect(refusedAddress(address)).toBeNull()
    },
  )
  it.each([
    '127.0.0.1',
    '::1',
    'fe80::1%eth0',
    '2606:4700::1%1',
    '::ffff:10.0.0.1',
    'localhost',
    '',
    '1.1.1',
    'fc00::1',
  ])('%s is refused', (address) => {
    expect(refusedAddress(address)).not.toBeNull()
  })

  const octet = fc.integer({ min: 0, max: 255 })
  const privateV4 = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
  )
  it('refuses every inner IPv4 address in each of its disguises', () => {
    fc.assert(
      fc.property(privateV4, ([a, b, c, d]) => {
        const high = (a * 256 + b).toString(16)
        const low = (c * 256 + d).toString(16)
        const disguises = [
          `${a}.${b}.${c}.${d}`,
          `::ffff:${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `2002:${high}:${low}::1`,
          `::${high}:${low}`,
        ]
        expect(disguises.filter((address) => refusedAddress(address) === null)).toEqual([])
        const integer = ((a * 256 + b) * 256 + c) * 256 + d
        const hosts = [String(integer), `0x${integer.toString(16)}`, `${a}.${b}.${c}.${d}`]
        expect(hosts.filter((host) => refused(`http://${host}/`) === null)).toEqual([])
      }),
    )
  })
})
