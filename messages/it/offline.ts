import { al, dal } from "../articles";

export const offline = {
  title: "Senza rete",
  banner: "Quello che vedi può essere cambiato nel frattempo, e niente può essere registrato.",
  notLive: "Non in diretta",
  notLiveText: "Quello che vedi può essere cambiato nel frattempo: si aggiorna da solo appena il servizio risponde.",
  seen: (time: string, isOfToday: boolean) => `Disponibilità vista alle ${time} di ${isOfToday ? "oggi" : "ieri"}`,
  noAssigning: "Può essere cambiata: senza rete non è possibile assegnare un posto.",
  searched: (municipality: string, from: string, until: string) => `Comune di ${municipality}, ${dal(from)} ${al(until)}`,
  nothingFree: "Non c’era nessun posto adatto libero.",
  noneTitle: "Niente da mostrare",
  noneText: "Su questo dispositivo non è stata vista nessuna disponibilità nelle ultime 24 ore. Quando torna la rete si riprende da dove eri.",
};
