//! Cycles of a graph of imports.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

use super::modules::Import;

/// Modules that import each other, directly or through others, and the imports between them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cycle {
    pub(super) modules: Vec<String>,
    pub(super) imports: Vec<Import>,
}

/// The strongly connected components with more than one module.
pub(super) fn cycles(imports: &[Import]) -> Vec<Cycle> {
    let mut graph = DiGraph::<&str, ()>::new();
    let mut nodes = BTreeMap::new();
    for import in imports {
        let [from, to] = [&import.from, &import.to]
            .map(|module| *nodes.entry(module.as_str()).or_insert_with(|| graph.add_node(module)));
        graph.update_edge(from, to, ());
    }
    let mut cycles: Vec<Cycle> = tarjan_scc(&graph)
        .into_iter()
        .filter(|component| component.len() > 1)
        .map(|component| {
            let mut modules: Vec<String> = component.iter().map(|&node| graph[node].to_owned()).collect();
            modules.sort();
            let inside = |import: &&Import| modules.contains(&import.from) && modules.contains(&import.to);
            let imports = imports.iter().filter(inside).cloned().collect();
            Cycle { modules, imports }
        })
        .collect();
    cycles.sort_by(|a, b| a.modules.cmp(&b.modules));
    cycles
}
