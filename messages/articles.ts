/** Eight and eleven are said with a vowel first: “l’8 marzo”, “dall’11 marzo”. Each takes the day in words and gives it with its article. */
const before = (plain: string, elided: string) => (day: string) => (/^(8|11)(?!\d)/.test(day) ? `${elided}’${day}` : `${plain} ${day}`);

export const il = before("il", "l");
export const al = before("al", "all");
export const dal = before("dal", "dall");
export const del = before("del", "dell");
export const dalAtStart = before("Dal", "Dall");
