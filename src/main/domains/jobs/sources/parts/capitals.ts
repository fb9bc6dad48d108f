const SMALL_WORDS = /(?<=.)\b(?:og|på|i|der|sur|sous|les|le|la|de|des|du|en|et)\b/giu

/** A place name that a service writes in capitals throughout ("MO I RANA"), as people write it; any other as it is. Pure. */
export function fromCapitals(name: string): string {
  if (name.length < 3 || !/\p{Lu}/u.test(name) || /\p{Ll}/u.test(name)) return name
  const words = name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  return words.replace(SMALL_WORDS, (word) => word.toLowerCase())
}
