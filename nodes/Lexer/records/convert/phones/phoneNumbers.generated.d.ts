/**
 * What libphonenumber-js knows of the numbers of all countries. Digits are those of a number with its
 * country code, without a plus sign.
 */

/** ISO 3166 codes of the countries whose numbers are known. */
export declare const phoneCountries: readonly string[];

/** Whether the length and the first digits are those of some country's numbers, landlines included. */
export declare function isInternational(digits: string): boolean;

/** Whether they are those of mobile numbers; in North America any number may be one. */
export declare function isInternationalMobile(digits: string): boolean;

/** The country code of one of `phoneCountries`. */
export declare function callingCodeOf(country: string): string;

/** The digits of a mobile number that is written as people write them within the country, or without its leading zero. */
export declare function mobileOfNational(national: string, country: string): string | undefined;

/**
 * The digits of a number that is written with a plus sign, or as people dial it in a country.
 *
 * @returns undefined where it is none; what it gives may still be too short or too long for one
 */
export declare function parsePhoneNumber(text: string, country?: string): string | undefined;
