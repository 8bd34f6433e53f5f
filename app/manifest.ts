import type { MetadataRoute } from "next";
import { it } from "@/messages/it";

/** What a phone needs to keep the product among its apps. */
export default function manifest(): MetadataRoute.Manifest {
  const { product, claim } = it.shell;
  return {
    id: "/",
    name: product,
    short_name: product,
    description: claim,
    lang: "it",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    theme_color: "#003366",
    background_color: "#f5f7f9",
    categories: ["government", "productivity"],
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
