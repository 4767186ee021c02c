import path from 'node:path';
import { addinPolicy, apiPolicy, sandboxPolicy, tabPolicy } from './security-headers.ts';
import type { StaticSite } from './static-sites.ts';

export interface SitePlaces {
  /** Folder of the production build. */
  distDir: string;
  iconsDir: string;
  /** Folder of the pages that the manifests link to. */
  aboutDir: string;
  /** Folder of Office.js; null where Microsoft's own address serves it. */
  officeDir: string | null;
  publicUrl: string;
  sandbox: boolean;
}

/** The built pages, each with the policy its host needs. */
export function staticSites({ distDir, iconsDir, aboutDir, officeDir, publicUrl, sandbox }: SitePlaces): StaticSite[] {
  const addin = addinPolicy(publicUrl);
  const sites: StaticSite[] = [
    { prefix: '/tab/', dir: path.join(distDir, 'tab'), policy: tabPolicy(publicUrl), deepLinks: true },
    { prefix: '/addin/', dir: path.join(distDir, 'addin'), policy: addin },
    { prefix: '/icons/', dir: iconsDir, policy: apiPolicy },
    { prefix: '/about/', dir: aboutDir, policy: tabPolicy(publicUrl) },
  ];
  if (officeDir !== null) sites.push({ prefix: '/addin/office/', dir: officeDir, policy: addin, onDemand: true });
  if (sandbox) {
    const policy = sandboxPolicy(publicUrl);
    sites.push({
      prefix: '/sandbox/',
      dir: path.join(distDir, 'sandbox'),
      policy,
      except: ['/sandbox/api/', '/sandbox/token'],
    });
  }
  return sites;
}
