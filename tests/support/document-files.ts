import { crc32, deflateSync } from 'node:zlib'
import { zipFile } from './zip-file.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** A document as word processors write it; with another `content`, what other office programs write. */
export function docxFile(text = 'Curriculum vitae', content = `${OFFICE}.wordprocessingml.document.main+xml`): Buffer {
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${content}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
    },
    { name: 'word/document.xml', content: `${HEAD}<w:document><w:body><w:p>${text}</w:p></w:body></w:document>` },
  ])
}

export function odtFile(): Buffer {
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 'store' },
    { name: 'content.xml', content: `${HEAD}<office:document-content/>` },
  ])
}

/** One transparent pixel. */
export function pngFile(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1, 0)
  header.writeUInt32BE(1, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** How pictures of their kinds begin. */
export const TINY_JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const TINY_WEBP = Buffer.concat([
  Buffer.from('RIFF\u001a\u0000\u0000\u0000WEBPVP8L', 'latin1'),
  Buffer.alloc(14),
])

/** How a program for Windows begins. */
export function exeFile(): Buffer {
  return Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), Buffer.alloc(250)])
}
