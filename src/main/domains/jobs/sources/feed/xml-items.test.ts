import { describe, expect, test } from 'vitest'
import { childElements, elementTexts, splitDocument, xmlText } from './xml-items.ts'

const split = (xml: string) => splitDocument(xml, (root) => (root === 'list' ? 'item' : null))

describe('a document', () => {
  test('comes apart into head and items, with its root as it is spelt', () => {
    expect(
      split(
        '<?xml version="1.0"?><x:List a="b">\n<name>n</name><item>1</item><!-- <item> --><item/><item>2</item></x:List>',
      ),
    ).toEqual({
      name: 'list',
      root: '<x:List a="b">',
      rootEnd: '</x:List>',
      head: '\n<name>n</name>',
      items: [
        { xml: '<item>1</item>', isWhole: true },
        { xml: '<item>2</item>', isWhole: true },
      ],
      isEnded: true,
    })
  })

  test.each([
    ['<list><item>1</item></list>', true],
    ['<list/>', true],
    ['<list><item>1</item></list><!-- cached -->', true],
    ['<list><item>1</item><item>2', false],
    ['<list><item>1</item>', false],
  ])('%s is whole: %s', (xml, isEnded) => {
    expect(split(xml)?.isEnded).toBe(isEnded)
  })

  test.each([
    ['another root', '<lists/>'],
    ['no tag', 'list'],
    ['nothing', ''],
    ['only a DOCTYPE that holds one', '<!DOCTYPE list [<!ENTITY x "<list>">]'],
  ])('with %s is none', (_, xml) => {
    expect(split(xml)).toBeNull()
  })
})

describe('the elements within', () => {
  test.each([
    [
      '<a>1</a> text <b x="y"/><a>2</a>',
      [
        ['a', '1'],
        ['b', ''],
        ['a', '2'],
      ],
    ],
    ['<p:A><a>inner</a></p:A>', [['a', '<a>inner</a>']]],
    ['<v><![CDATA[</v>]]></v>', [['v', '<![CDATA[</v>]]>']]],
    ['<v>a<br>b</v>', [['v', 'a<br>b']]],
    ['</b><a></a>', [['a', '']]],
    ['', []],
  ])('%s', (xml, expected) => {
    expect(childElements(xml)?.map(({ name, inner }) => [name, inner])).toEqual(expected)
  })

  test('are not told when one of them does not end', () => {
    expect(childElements('<a>1</a><b>2<c>3</c>')).toBeNull()
  })
})

test('the first element of each kind is found at any depth', () => {
  const kinds = new Map([
    ['region', 'place'],
    ['city', 'place'],
    ['pay', 'pay'],
  ] as const)
  const texts = elementTexts('<item><x><city>Ghent</city></x><region>EU</region><pay/></item>', kinds)
  expect([...texts]).toEqual([['place', 'Ghent']])
})

describe('the text of an element', () => {
  test.each([
    ['a &amp; b &lt;p&gt; &#228;', 'a & b <p> ä'],
    ['<![CDATA[a &amp; b]]>', 'a &amp; b'],
    ['x <![CDATA[<b>]]> &amp; <![CDATA[</b>]]>', 'x <b> & </b>'],
    ['a<!-- not <![CDATA[this]]> -->b', 'ab'],
    ['<![CDATA[open', 'open'],
    ['&unknown; &amp;amp;', '&unknown; &amp;'],
    ['', ''],
  ])('%s', (inner, text) => {
    expect(xmlText(inner)).toBe(text)
  })

  test('is none where there is no element', () => {
    expect(xmlText(undefined)).toBeNull()
  })

  test('is read in one go, however often a section is begun', () => {
    expect(xmlText('<![CDATA['.repeat(500_000))).toHaveLength(499_999 * 9)
    expect(xmlText(`<!--${'<![CDATA['.repeat(500_000)}-->`)).toBe('')
  })
})
