const UNION = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'
const NEIGHBOURS = 'IS LI NO CH GB'

/** Countries offered for choosing: the European Union, the rest of the European Economic Area, Switzerland and the UK
 *  (ISO 3166-1 alpha-2; membership as of 2026). */
export const COUNTRY_CHOICES: readonly string[] = `${UNION} ${NEIGHBOURS}`.split(' ')
