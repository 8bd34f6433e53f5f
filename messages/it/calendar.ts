const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

export const calendar = {
  name: "Postoletto, scadenze",
  event: {
    overdue: (count: number) => counted(count, "Un nucleo oltre il termine", "nuclei oltre il termine"),
    needs_bed: (count: number) => counted(count, "Un nucleo senza posto letto", "nuclei senza posto letto"),
    extension: (count: number) => counted(count, "Una proroga da decidere", "proroghe da decidere"),
    arrival: (count: number) => counted(count, "Un arrivo", "arrivi"),
    departure: (count: number) => counted(count, "Un’uscita", "uscite"),
    ending: (count: number) => counted(count, "Una permanenza finisce", "permanenze finiscono"),
    permit: (count: number) => counted(count, "Un permesso di soggiorno scade", "permessi di soggiorno scadono"),
    of_age: (count: number) => counted(count, "Una persona compie 18 anni", "persone compiono 18 anni"),
    unconfirmed: (count: number) => counted(count, "Una struttura da confermare", "strutture da confermare"),
  },
  title: "Calendario delle scadenze",
  hint: "Le tue scadenze nel calendario che usi già, con giorni e numeri e senza dati delle persone. Chi conosce l’indirizzo le legge: non darlo ad altri, e se serve fanne uno nuovo.",
  since: (on: string) => `L’indirizzo esiste dal ${on}. Per motivi di sicurezza si vede solo quando viene creato.`,
  make: "Crea l’indirizzo",
  renew: "Crea un nuovo indirizzo",
  close: "Chiudi l’indirizzo",
  closed: "L’indirizzo è chiuso.",
  address: "Indirizzo da aggiungere al calendario",
  addressHint: "Copialo ora: quello di prima non vale più.",
  copy: "Copia",
  copied: "Copiato",
  failed: "Non è stato possibile.",
};
