/** The member states of the European Union since 1 February 2020, ISO 3166-1 alpha-2.
 *  Source: https://european-union.europa.eu/principles-countries-history/eu-countries_en */
export const EU_COUNTRIES: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
