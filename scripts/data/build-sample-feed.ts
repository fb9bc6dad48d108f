import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSampleFeed, serialiseFeed } from './sample-feed/feed.ts'

const target = fileURLToPath(new URL('../../resources/sample-feed.json', import.meta.url))
const feed = buildSampleFeed()
const text = serialiseFeed(feed)
writeFileSync(target, text)

const counted = feed.postings.filter(({ truth }) => truth.opening !== null)
const openings = new Set(counted.map(({ truth }) => truth.opening)).size
console.log(
  `${target}: ${feed.postings.length} postings, ${openings} openings, ${counted.length - openings} duplicates, ` +
    `${feed.postings.length - counted.length} broken, ${Math.round(Buffer.byteLength(text) / 1024)} KiB`,
)
